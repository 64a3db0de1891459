package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.callbacks.Callbacks;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.life.Life;
import io.esimhub.sandbox.life.LifeListener;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Signed callbacks: of orders that are done, and of eSIMs with little data left. */
@Component("sandboxAiraloMessages")
class Messages implements LifeListener {

    private static final String ALGORITHM = "HmacSHA512";
    private static final long MEGABYTE = 1 << 20;

    private final Callbacks callbacks;
    private final SandboxJson json;
    private final OrderPaper paper;
    private final byte[] secret;
    private final boolean optedIn;

    Messages(Callbacks callbacks, SandboxJson json, OrderPaper paper, SandboxProperties settings) {
        this.callbacks = callbacks;
        this.json = json;
        this.paper = paper;
        this.secret = settings.airalo().clientSecret().getBytes(StandardCharsets.UTF_8);
        this.optedIn =
                settings.callbackBase() != null && !settings.callbackBase().isBlank();
    }

    /** Somewhere to call, though an order names nothing. */
    boolean optedIn() {
        return optedIn;
    }

    /** @param url of the order; empty: where the buyer opted in */
    void orderDone(String requestId, Purchase purchase, Optional<String> url) {
        byte[] body = json.write(
                Map.of("request_id", requestId, "data", paper.placed(purchase), "meta", Map.of("message", "success")));
        if (url.isPresent()) {
            callbacks.post(url.get(), body, signed(body));
        } else {
            callbacks.send(AiraloCopy.CODE, body, signed(body));
        }
    }

    @Override
    public String code() {
        return AiraloCopy.CODE;
    }

    /** Levels: three quarters, nine tenths. */
    @Override
    public void changed(Purchase purchase, PurchasedEsim esim, Life life) {
        long total = PackageName.of(purchase.bundle()).gigabytes() * 1024L;
        long left = Math.max(0, 100 - 100 * life.usedBytes() / MEGABYTE / total);
        boolean empty = life.stage() == Life.Stage.DEPLETED;
        if (empty || left <= 25) {
            byte[] body = json.write(Map.of(
                    "level",
                    empty || left <= 10 ? "90%" : "75%",
                    "package_name",
                    purchase.bundle(),
                    "remaining_percentage",
                    empty ? 0 : left,
                    "iccid",
                    esim.iccid()));
            callbacks.send(AiraloCopy.CODE, body, signed(body));
        }
    }

    private Map<String, String> signed(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Map.of("airalo-signature", HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
