package io.esimhub.operations.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder knows it: {@code ehk_<12 hex digits>_<43 characters of base64url>}. The prefix lets scanners of leaked secrets
 * find it.
 *
 * @param publicId by which it is looked up, and shown
 */
record ApiKey(String publicId, String secret) {

    private static final String PREFIX = "ehk_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    static ApiKey fresh(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new ApiKey(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<ApiKey> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new ApiKey(form.group(1), form.group(2))) : Optional.empty();
    }

    /** For its holder; nobody else may see it. */
    String text() {
        return PREFIX + publicId + "_" + secret;
    }

    /** What shows which key it is. */
    String begins() {
        return PREFIX + publicId;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    boolean hasHash(byte[] other) {
        return MessageDigest.isEqual(hash(), other);
    }

    @Override
    public String toString() {
        return begins();
    }
}
