package io.esimhub.channels.shopify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Shopify-Hmac-Sha256}: base64 of the HMAC-SHA256 of the raw body under the app's client secret (shopify.dev, "verify
 * deliveries"). The headers are not signed.
 */
final class ShopifySignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private ShopifySignature() {}

    /** Every secret is tried, so that the time taken tells nothing. An empty body is never signed. */
    static boolean matches(byte[] body, String header, List<String> secrets) {
        byte[] claimed = decode(header);
        if (claimed.length != BYTES || body.length == 0) {
            return false;
        }
        boolean any = false;
        for (String secret : secrets) {
            any |= MessageDigest.isEqual(claimed, sign(body, secret));
        }
        return any;
    }

    static byte[] sign(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static byte[] decode(String header) {
        if (header == null) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(header.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
