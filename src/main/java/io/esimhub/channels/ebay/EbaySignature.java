package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code X-EBAY-SIGNATURE}: base64 of JSON with the id of the key and the signature over the raw body (eBay's Event Notification SDKs;
 * they verify a body they wrote anew, which fails for some).
 *
 * @param kid of the public key; a UUID, as it goes into an address
 * @param value the signature, DER
 */
record EbaySignature(String kid, byte[] value) {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST = 4096;

    /** Empty if the header is none of eBay's. */
    static Optional<EbaySignature> read(String header, ObjectMapper json) {
        if (header == null || header.length() > MOST) {
            return Optional.empty();
        }
        try {
            JsonNode content = json.readTree(Base64.getDecoder().decode(header.strip()));
            String kid = content.path("kid").asText("");
            byte[] value = Base64.getDecoder().decode(content.path("signature").asText(""));
            return UUID.matcher(kid).matches() && value.length > 0
                    ? Optional.of(new EbaySignature(kid.toLowerCase(java.util.Locale.ROOT), value))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException notEbays) {
            return Optional.empty();
        }
    }

    boolean signs(byte[] body, EbayKey key) {
        try {
            Signature verifier = Signature.getInstance(key.algorithm());
            verifier.initVerify(key.key());
            verifier.update(body);
            return verifier.verify(value);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "EbaySignature[" + kid + "]";
    }
}
