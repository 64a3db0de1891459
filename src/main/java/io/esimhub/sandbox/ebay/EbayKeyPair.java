package io.esimhub.sandbox.ebay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The key that this process signs notifications with: P-256, SHA-1, as eBay does. */
@Component
class EbayKeyPair {

    private final String kid = UUID.randomUUID().toString();
    private final KeyPair pair;

    EbayKeyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    boolean is(String wanted) {
        return kid.equals(wanted);
    }

    Map<String, Object> published() {
        return Map.of(
                "key",
                "-----BEGIN PUBLIC KEY-----"
                        + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
                        + "-----END PUBLIC KEY-----",
                "algorithm",
                "ECDSA",
                "digest",
                "SHA1");
    }

    /** {@code X-EBAY-SIGNATURE}. */
    String sign(byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA1withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(body);
            String header = "{\"alg\":\"ecdsa\",\"kid\":\"%s\",\"signature\":\"%s\",\"digest\":\"SHA1\"}"
                    .formatted(kid, Base64.getEncoder().encodeToString(signature.sign()));
            return Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has ECDSA", e);
        }
    }
}
