package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.BundlePrice;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.callbacks.Callbacks;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.life.Life;
import io.esimhub.sandbox.life.LifeListener;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Callbacks of version 3, signed in base64 under the first API key. That an eSIM is new again, or expired, is not told. */
@Component
class EsimGoNotices implements LifeListener {

    private static final String ALGORITHM = "HmacSHA256";

    private final Callbacks callbacks;
    private final SandboxJson json;
    private final SecretKeySpec key;

    EsimGoNotices(Callbacks callbacks, SandboxJson json, SandboxProperties settings) {
        this.callbacks = callbacks;
        this.json = json;
        this.key = new SecretKeySpec(settings.esimGo().apiKeys().get(0).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    @Override
    public String code() {
        return EsimGoCopy.CODE;
    }

    @Override
    public void changed(Purchase purchase, PurchasedEsim esim, Life life) {
        switch (life.stage()) {
            case INSTALLED -> send("FirstAttachment", esim, Map.of());
            case ACTIVE -> send(life.usedBytes() == 0 ? "FirstUse" : "Utilisation", esim, bundle(purchase, life));
            case DEPLETED -> send("Utilisation", esim, bundle(purchase, life));
            default -> {
                // no callback for it
            }
        }
    }

    private static Map<String, Object> bundle(Purchase purchase, Life life) {
        Bundle bundle = Bundle.of(new BundlePrice(EsimGoCopy.CODE, purchase.bundle(), BigDecimal.ZERO));
        EsimSheet.Assignment assignment = EsimSheet.assignment(purchase, bundle, life);
        return Map.of(
                "bundle",
                Map.of(
                        "id", assignment.id(),
                        "reference", assignment.assignmentReference(),
                        "name", bundle.name(),
                        "description", bundle.description(),
                        "initialQuantity", assignment.initialQuantity(),
                        "remainingQuantity", assignment.remainingQuantity(),
                        "startTime", assignment.startTime(),
                        "endTime", assignment.endTime(),
                        "unlimited", false));
    }

    private void send(String alert, PurchasedEsim esim, Map<String, Object> more) {
        Map<String, Object> callback = new LinkedHashMap<>();
        callback.put("iccid", esim.iccid());
        callback.put("alertType", alert);
        callback.putAll(more);
        byte[] body = json.write(callback);
        callbacks.send(EsimGoCopy.CODE, body, Map.of("X-Signature-SHA256", signature(body)));
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
