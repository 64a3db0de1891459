package io.esimhub.sandbox.redteago;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.callbacks.Callbacks;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.life.Life;
import io.esimhub.sandbox.life.LifeListener;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The vendor's notices: unsigned, to the address that was saved, else to the sandbox's callback base. */
@Component
class RedteagoNotices implements LifeListener {

    private static final double HALF = 0.5;

    private final Callbacks callbacks;
    private final SandboxJson json;
    private final SandboxClock clock;
    private volatile String address = "";

    RedteagoNotices(Callbacks callbacks, SandboxJson json, SandboxClock clock) {
        this.callbacks = callbacks;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String code() {
        return RedteagoCopy.CODE;
    }

    String address() {
        return address;
    }

    /** Tries the address first, as the real one does; false if nobody answered there, and it is not kept. */
    boolean save(String url) {
        boolean taken =
                callbacks.reaches(url, notice("CHECK_HEALTH", Map.of("orderNo", "1234567890", "orderStatus", "Test")));
        if (taken) {
            address = url;
        }
        return taken;
    }

    /** Without the eSIMs: the buyer has to ask. */
    void allocatedIn(Duration delay, Purchase purchase) {
        Map<String, Object> content =
                Map.of("orderNo", purchase.reference(), "orderStatus", "GOT_RESOURCE", "transactionId", purchase.key());
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> send("ORDER_STATUS", content));
    }

    @Override
    public void changed(Purchase purchase, PurchasedEsim esim, Life life) {
        if (life.stage() == Life.Stage.ACTIVE && life.usedBytes() > 0) {
            long total = PackageName.of(purchase.bundle()).volume();
            send(
                    "DATA_USAGE",
                    Map.of(
                            "iccid", esim.iccid(),
                            "orderNo", purchase.reference(),
                            "esimTranNo", esim.id(),
                            "transactionId", purchase.key(),
                            "totalVolume", total,
                            "orderUsage", life.usedBytes(),
                            "remain", total - life.usedBytes(),
                            "remainThreshold", HALF));
        } else {
            send(
                    "ESIM_STATUS",
                    Map.of(
                            "iccid", esim.iccid(),
                            "orderNo", purchase.reference(),
                            "esimTranNo", esim.id(),
                            "transactionId", purchase.key(),
                            "esimStatus", EsimStates.esim(life, false),
                            "smdpStatus", EsimStates.smdp(life)));
        }
    }

    private void send(String type, Map<String, Object> content) {
        byte[] notice = notice(type, content);
        if (address.isEmpty()) {
            callbacks.send(RedteagoCopy.CODE, notice, Map.of());
        } else {
            callbacks.post(address, notice, Map.of());
        }
    }

    private byte[] notice(String type, Map<String, ?> content) {
        String id = UUID.randomUUID().toString().replace("-", "");
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return json.write(new Notice(type, id, now, content));
    }

    record Notice(String notifyType, String notifyId, String eventGenerateTime, Map<String, ?> content) {}
}
