package io.esimhub.delivery;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The two forms of the mail, {@code mail/delivery.html} and {@code mail/delivery.txt}, compiled once. */
final class MailTemplates {

    private final Template html;
    private final Template plain;

    MailTemplates() {
        Mustache.Compiler compiler = Mustache.compiler().emptyStringIsFalse(true);
        html = compile(compiler.withEscaper(new AsciiHtml()), "/mail/delivery.html");
        plain = compile(compiler.escapeHTML(false), "/mail/delivery.txt");
    }

    String html(MailView mail) {
        return html.execute(mail);
    }

    String plain(MailView mail) {
        return plain.execute(mail);
    }

    private static Template compile(Mustache.Compiler compiler, String resource) {
        try (Reader text =
                new InputStreamReader(MailTemplates.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            return compiler.compile(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
