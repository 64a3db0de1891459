package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a callback: hex of HMAC-SHA512 under the client secret, over the bytes that came, or over the same JSON as PHP's
 * {@code json_encode} writes it. The vendor's samples disagree; its servers are PHP.
 */
final class AiraloSignature {

    private static final String ALGORITHM = "HmacSHA512";

    /** {@code /} and all but ASCII escaped, hex digits in lower case, no blanks. */
    private static final JsonFactory PHP = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private final Optional<SecretKeySpec> key;

    /** @param clientSecret null or blank: nothing is believed */
    AiraloSignature(String clientSecret) {
        key = Optional.ofNullable(clientSecret)
                .filter(secret -> !secret.isBlank())
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    boolean proves(String signature, byte[] body) {
        byte[] given = signature.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return is(given, body) || php(body).filter(form -> is(given, form)).isPresent();
    }

    private boolean is(byte[] given, byte[] signed) {
        return key.filter(known -> MessageDigest.isEqual(hex(known, signed), given))
                .isPresent();
    }

    /** Empty if it is not JSON. */
    private static Optional<byte[]> php(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 64);
        try (JsonParser parser = PHP.createParser(body);
                JsonGenerator generator = PHP.createGenerator(bytes)) {
            parser.nextToken();
            generator.copyCurrentStructure(parser);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.of(bytes.toByteArray());
    }

    private static byte[] hex(SecretKeySpec key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(signed)).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, impossible);
        }
    }
}
