package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.ledger.Cancellation;
import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.life.EsimLives;
import io.esimhub.sandbox.life.Life;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One eSIM: its profile, the one bundle on it, and that bundle's end. An eSIM without its bundle leaves the account at once. */
@RestController
@RequestMapping(EsimGoCopy.BASE + "/esims/{iccid}")
class EsimGoEsimController {

    private final Ledger ledger;
    private final EsimLives lives;
    private final EsimGoCopy copy;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final String smdpAddress;

    EsimGoEsimController(
            Ledger ledger,
            EsimLives lives,
            EsimGoCopy copy,
            SandboxJson json,
            SandboxClock clock,
            SandboxProperties settings) {
        this.ledger = ledger;
        this.lives = lives;
        this.copy = copy;
        this.json = json;
        this.clock = clock;
        this.smdpAddress = settings.esimGo().smdpAddress();
    }

    @GetMapping
    ResponseEntity<byte[]> profile(@PathVariable String iccid) {
        return ours(
                        iccid,
                        (purchase, esim) ->
                                Answer.json(200, json.write(EsimSheet.Profile.of(esim, life(esim), smdpAddress))))
                .entity();
    }

    @GetMapping("/bundles")
    ResponseEntity<byte[]> bundles(@PathVariable String iccid) {
        return ours(iccid, (purchase, esim) -> Answer.json(200, json.write(EsimSheet.of(purchase, life(esim)))))
                .entity();
    }

    /** To the balance only: the sandbox has no inventory to give a bundle back to. */
    @DeleteMapping("/bundles/{name}")
    ResponseEntity<byte[]> revoke(
            @PathVariable String iccid,
            @PathVariable String name,
            @RequestParam(defaultValue = "transaction") String type,
            @RequestParam(defaultValue = "false") boolean refundToBalance) {
        return ours(iccid, (purchase, esim) -> revoke(purchase, esim, name, type, refundToBalance))
                .entity();
    }

    private Answer revoke(Purchase purchase, PurchasedEsim esim, String name, String type, boolean refundToBalance) {
        if (!purchase.bundle().equals(name)) {
            return copy.message(400, "Bundle " + name + " is not assigned to this eSIM");
        }
        if (life(esim).stage() != Life.Stage.NEW) {
            return copy.message(400, "Bundle " + name + " has been started and cannot be revoked");
        }
        if (!refundToBalance) {
            return copy.message(400, "The sandbox refunds bundles to the balance only");
        }
        if (type.equals("validate")) {
            return status("Bundle can be revoked and will be refunded to balance");
        }
        ledger.record(new Cancellation(EsimGoCopy.CODE, esim.id(), clock.instant()));
        return status("Successfully Revoked Bundle, bundle has been refunded to balance");
    }

    private Answer status(String text) {
        return Answer.json(200, json.write(Map.of("status", text)));
    }

    private Life life(PurchasedEsim esim) {
        return lives.of(EsimGoCopy.CODE, esim);
    }

    private Answer ours(String iccid, BiFunction<Purchase, PurchasedEsim, Answer> answer) {
        Optional<Purchase> purchase = ledger.withEsim(EsimGoCopy.CODE, iccid);
        return purchase.stream()
                .flatMap(found -> found.esims().stream())
                .filter(esim -> esim.iccid().equals(iccid) && !ledger.isCancelled(EsimGoCopy.CODE, esim))
                .findFirst()
                .map(esim -> answer.apply(purchase.get(), esim))
                .orElseGet(() -> copy.message(403, "eSIM not found or not assigned to your organisation"));
    }
}
