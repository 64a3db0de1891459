package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.chatbot.knowledge.articles.ArticleReader.Format;
import io.esimhub.chatbot.knowledge.articles.Defaults;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of the folder.
 *
 * @param packaged whether it is one of the jar's, as there is no folder beside the process
 * @param path in the folder, with slashes
 * @param bytes null if it is longer than allowed or cannot be read; {@code trouble} says so
 */
record ArticleFile(boolean packaged, String path, byte[] bytes, String trouble) {

    /** Empty: no article. */
    static Optional<Format> format(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return Optional.of(Format.MARKDOWN);
        }
        return name.endsWith(".html") || name.endsWith(".htm") ? Optional.of(Format.HTML) : Optional.empty();
    }

    Format format() {
        return format(path).orElseThrow();
    }

    String source() {
        return (packaged ? KnownDocument.JAR : KnownDocument.FOLDER) + path;
    }

    /** The first sub-folder is the language; articles in others than the usual one carry it in their id. */
    Defaults defaults(String usual) {
        int slash = path.indexOf('/');
        String language = slash > 0 ? path.substring(0, slash) : usual;
        String file = path.substring(path.lastIndexOf('/') + 1);
        String name = file.substring(0, file.lastIndexOf('.')).toLowerCase(Locale.ROOT);
        return new Defaults(language.equals(usual) ? name : language.toLowerCase(Locale.ROOT) + "-" + name, language);
    }
}
