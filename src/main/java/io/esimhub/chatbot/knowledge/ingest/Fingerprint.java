package io.esimhub.chatbot.knowledge.ingest;

import io.esimhub.chatbot.knowledge.articles.Article;
import io.esimhub.chatbot.knowledge.articles.Chunk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** Ids and hashes: SHA-256 over parts that cannot run into each other. */
final class Fingerprint {

    private static final int ID_CHARACTERS = 24;

    private Fingerprint() {}

    /** Where a passage stands, not what it says: edits elsewhere in the article leave it alone. */
    static String idOf(Article article, Chunk chunk) {
        return of(article.id(), chunk.headingPath(), chunk.ordinal()).substring(0, ID_CHARACTERS);
    }

    /** What is searched and shown of a passage. */
    static String of(Article article, Chunk chunk) {
        return of(article.title(), article.language(), article.tags(), chunk.headingPath(), chunk.text());
    }

    static String of(Object... parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            add(digest, part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Object part) {
        if (part instanceof Collection<?> many) {
            add(digest, many.size());
            many.forEach(each -> add(digest, each));
            return;
        }
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
