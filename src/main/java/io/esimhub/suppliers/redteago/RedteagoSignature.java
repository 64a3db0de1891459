package io.esimhub.suppliers.redteago;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request: lower-case hex of HMAC-SHA256 under the secret key, over time stamp, request id, access code and the very
 * bytes of the body. (The vendor's printed vector shows seconds and upper case, its prose milliseconds and lower case, as
 * clients in production send.)
 */
final class RedteagoSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] accessCode;
    private final SecretKeySpec secretKey;

    RedteagoSignature(String accessCode, String secretKey) {
        this.accessCode = bytes(accessCode);
        this.secretKey = new SecretKeySpec(bytes(secretKey), ALGORITHM);
    }

    /** @param timestamp milliseconds since 1970 as text, the same as in the header {@code RT-Timestamp} */
    String of(String timestamp, String requestId, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secretKey);
            mac.update(bytes(timestamp));
            mac.update(bytes(requestId));
            mac.update(accessCode);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, impossible);
        }
    }

    /** In constant time; in either case, as the vendor's own examples differ. */
    boolean matches(String given, String timestamp, String requestId, byte[] body) {
        return MessageDigest.isEqual(
                bytes(given.strip().toLowerCase(Locale.ROOT)), bytes(of(timestamp, requestId, body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
