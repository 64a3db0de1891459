package io.esimhub.chatbot.knowledge.articles;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What a reader sees of a paragraph: no marks, no addresses of links, no tags. */
final class InlineText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    private InlineText() {}

    static String of(Node node) {
        InlineText reader = new InlineText();
        reader.visitChildren(node);
        return reader.text.toString();
    }

    static String ofCells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(of(cell).strip());
        }
        return String.join(" | ", cells);
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append(' ');
    }
}
