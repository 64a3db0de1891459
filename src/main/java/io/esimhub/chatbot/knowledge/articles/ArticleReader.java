package io.esimhub.chatbot.knowledge.articles;

import io.esimhub.chatbot.knowledge.articles.Reading.Readable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes to an article. */
public final class ArticleReader {

    /** What an article may be written in. */
    public enum Format {
        MARKDOWN,
        HTML
    }

    private ArticleReader() {}

    public static Reading read(Format format, byte[] bytes, Defaults defaults) {
        try {
            String text = text(bytes);
            return new Readable(
                    format == Format.MARKDOWN
                            ? MarkdownArticle.read(text, defaults)
                            : HtmlArticle.read(text, defaults));
        } catch (Wrong wrong) {
            return wrong.how();
        } catch (RuntimeException | StackOverflowError odd) {
            // parsers stumble over what no author writes; the other articles are none the worse for it
            return new Reading.Unreadable(1, "body", "is too deep or too odd to be read", "write it more simply");
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Wrong(1, "body", "holds bytes that are no text", "save it as plain text in UTF-8");
            }
            if (text.isBlank()) {
                throw new Wrong(1, "body", "is empty", "write a title and a text, or remove the file");
            }
            // some editors begin a file with a byte order mark
            return text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Wrong(1, "body", "is not UTF-8", "save it in UTF-8");
        }
    }
}
