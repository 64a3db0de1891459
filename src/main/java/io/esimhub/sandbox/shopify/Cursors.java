package io.esimhub.sandbox.shopify;

import io.esimhub.sandbox.storefront.ListKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Cursors are texts that nobody is to look into. Those of orders hold where the order stood, not how many were before it. */
final class Cursors {

    private Cursors() {}

    static String of(ListKey key) {
        return write(key.at() + "|" + key.id());
    }

    /** @throws IllegalArgumentException if it is no cursor of orders; null: the start */
    static ListKey key(String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = read(cursor).split("\\|", 2);
        try {
            return new ListKey(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** For lists that do not move. */
    static String of(int place) {
        return write(Integer.toString(place));
    }

    /** @throws IllegalArgumentException if it is no cursor of such a list; null: the start */
    static int place(String cursor) {
        return cursor == null || cursor.isEmpty() ? 0 : Integer.parseInt(read(cursor));
    }

    private static String write(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
