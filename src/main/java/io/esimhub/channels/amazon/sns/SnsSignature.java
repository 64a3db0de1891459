package io.esimhub.channels.amazon.sns;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** Whether a message of SNS is signed with a certificate: version 1 with SHA-1, version 2 with SHA-256. */
public final class SnsSignature {

    private static final Map<String, String> ALGORITHMS = Map.of("1", "SHA1withRSA", "2", "SHA256withRSA");

    private SnsSignature() {}

    /** Empty if these bytes are no certificate. */
    public static Optional<X509Certificate> certificate(byte[] pem) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        } catch (GeneralSecurityException | ClassCastException notACertificate) {
            return Optional.empty();
        }
    }

    /** The certificate must have been valid when the message was sent: SNS replaces it every year. */
    public static boolean matches(SnsMessage message, X509Certificate certificate) {
        String algorithm = ALGORITHMS.get(message.text("SignatureVersion"));
        if (algorithm == null) {
            return false;
        }
        try {
            certificate.checkValidity(Date.from(Instant.parse(message.text("Timestamp"))));
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(message.signed());
            return verifier.verify(Base64.getDecoder().decode(message.text("Signature")));
        } catch (GeneralSecurityException | DateTimeException | IllegalArgumentException notSigned) {
            return false;
        }
    }
}
