package io.esimhub.fulfillment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Our name for one purchase: the same after a crash or a restore, and never the same for another one. Forty hexadecimal
 * digits, as the strictest supplier takes fifty characters.
 */
final class PurchaseKey {

    private static final int BYTES = 20;

    private PurchaseKey() {}

    /**
     * @param order channel, shop and order id
     * @param epoch one more than the purchases of this unit that surely did not happen
     */
    static String of(UUID environment, String order, String lineRef, int firstOrdinal, int epoch) {
        String text = String.join("\n", environment.toString(), order, lineRef, "" + firstOrdinal, "" + epoch);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
