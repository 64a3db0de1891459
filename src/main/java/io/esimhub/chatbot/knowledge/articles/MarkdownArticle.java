package io.esimhub.chatbot.knowledge.articles;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/** An article in <a href="https://spec.commonmark.org/">CommonMark</a> with tables and front matter. */
final class MarkdownArticle extends AbstractVisitor {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Outline outline;

    private MarkdownArticle(Outline outline) {
        this.outline = outline;
    }

    static Article read(String text, Defaults defaults) {
        FrontMatter head = FrontMatter.of(text);
        Fields fields = new Fields(head.fields(), defaults, text);
        Outline outline = new Outline(fields.givenTitle());
        PARSER.parse(head.body()).accept(new MarkdownArticle(outline));
        List<Section> sections = outline.sections();
        if (sections.isEmpty()) {
            throw new Wrong(head.bodyLine(), "body", "has no text", "write something below the title");
        }
        return fields.article(outline.firstHeading(), sections);
    }

    @Override
    public void visit(Heading heading) {
        outline.heading(heading.getLevel(), InlineText.of(heading));
    }

    @Override
    public void visit(Paragraph paragraph) {
        outline.block(InlineText.of(paragraph));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        outline.block(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        outline.block(code.getLiteral());
    }

    /** What it says, not what it is made of. */
    @Override
    public void visit(HtmlBlock html) {
        outline.block(Jsoup.parseBodyFragment(html.getLiteral()).text());
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow row) {
            outline.block(InlineText.ofCells(row));
        } else {
            visitChildren(node);
        }
    }
}
