package io.esimhub.channels.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A public key of eBay's ({@code getPublicKey}).
 *
 * @param algorithm as Java names it; one of two
 */
record EbayKey(PublicKey key, String algorithm) {

    private static final Map<String, String> ALGORITHMS = Map.of("SHA1", "SHA1withECDSA", "SHA256", "SHA256withECDSA");

    /** Empty if it is no key that we would use. The PEM has no line ends. */
    static Optional<EbayKey> read(JsonNode answer) {
        String algorithm = ALGORITHMS.get(answer.path("digest").asText("").replace("-", ""));
        String pem = answer.path("key").asText("");
        if (algorithm == null || !"ECDSA".equals(answer.path("algorithm").asText())) {
            return Optional.empty();
        }
        try {
            String base64 =
                    pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
            PublicKey key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return Optional.of(new EbayKey(key, algorithm));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }
}
