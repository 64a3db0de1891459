package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.life.EsimLives;
import io.esimhub.sandbox.life.Life;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An eSIM by its ICCID, and how much of it is used. */
@RestController("sandboxAiraloSims")
@RequestMapping(AiraloCopy.BASE + "/sims/{iccid}")
class SimsController {

    private static final long MEGABYTE = 1 << 20;

    private final Ledger ledger;
    private final EsimLives lives;
    private final AiraloCopy copy;
    private final OrderPaper paper;

    SimsController(Ledger ledger, EsimLives lives, AiraloCopy copy, OrderPaper paper) {
        this.ledger = ledger;
        this.lives = lives;
        this.copy = copy;
        this.paper = paper;
    }

    @GetMapping
    ResponseEntity<byte[]> sim(@PathVariable String iccid) {
        return answer(iccid, (purchase, esim) -> {
            Map<String, Object> sim = paper.sim(purchase, esim);
            sim.put("recycled", false);
            sim.put("simable", paper.listed(purchase, List.of("status")));
            return sim;
        });
    }

    @GetMapping("/usage")
    ResponseEntity<byte[]> usage(@PathVariable String iccid) {
        return answer(iccid, this::usage);
    }

    private Map<String, Object> usage(Purchase purchase, PurchasedEsim esim) {
        PackageName name = PackageName.of(purchase.bundle());
        Life life = lives.of(AiraloCopy.CODE, esim);
        long total = 1024L * name.gigabytes();
        boolean empty = life.stage() == Life.Stage.DEPLETED;
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("remaining", empty ? 0 : Math.max(0, total - life.usedBytes() / MEGABYTE));
        usage.put("total", total);
        usage.put(
                "expired_at",
                life.activatedAt() == null
                        ? null
                        : OrderPaper.time(life.activatedAt().plus(Duration.ofDays(name.days()))));
        usage.put("is_unlimited", false);
        usage.put("status", status(life));
        usage.put("remaining_voice", 0);
        usage.put("remaining_text", 0);
        usage.put("total_voice", 0);
        usage.put("total_text", 0);
        return usage;
    }

    private static String status(Life life) {
        return switch (life.stage()) {
            case NEW, INSTALLED -> "NOT_ACTIVE";
            case ACTIVE -> "ACTIVE";
            case DEPLETED -> "FINISHED";
            case EXPIRED -> "EXPIRED";
        };
    }

    private ResponseEntity<byte[]> answer(String iccid, BiFunction<Purchase, PurchasedEsim, Map<String, Object>> page) {
        Optional<Purchase> purchase = ledger.withEsim(AiraloCopy.CODE, iccid);
        return purchase.flatMap(sold -> sold.esims().stream()
                        .filter(esim -> esim.iccid().equals(iccid))
                        .findFirst()
                        .map(esim -> copy.ok(200, page.apply(sold, esim))))
                .orElseGet(() -> copy.nothing(404, "messages.resource_not_found"))
                .entity();
    }
}
