package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.shop.Prices;
import io.esimhub.sandbox.shop.Till;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisation with its balance, and the catalogue of bundles that have a price of their own. */
@RestController
@RequestMapping(EsimGoCopy.BASE)
class AccountController {

    private static final int MAX_PER_PAGE = 100;

    private final Till till;
    private final Prices prices;
    private final SandboxJson json;

    AccountController(Till till, Prices prices, SandboxJson json) {
        this.till = till;
        this.prices = prices;
        this.json = json;
    }

    /** Repeats the key, as the real one does: whoever logs this answer logs a secret. */
    @GetMapping("/organisation")
    ResponseEntity<byte[]> organisation(@RequestHeader("X-API-Key") String apiKey) {
        Organisation organisation =
                new Organisation("Sandbox", apiKey, "USD", till.balance(EsimGoCopy.CODE), BigDecimal.ZERO, List.of());
        return Answer.json(200, json.write(organisation)).entity();
    }

    /** The schema says an array, live answers are an object with {@code bundles}. */
    @GetMapping("/catalogue")
    ResponseEntity<byte[]> catalogue(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int perPage) {
        int size = Math.max(1, Math.min(perPage, MAX_PER_PAGE));
        List<Bundle> bundles = prices.listed(EsimGoCopy.CODE).stream()
                .skip((Math.max(page, 1) - 1L) * size)
                .limit(size)
                .map(Bundle::of)
                .toList();
        return Answer.json(200, json.write(Map.of("bundles", bundles))).entity();
    }

    record Organisation(
            String name,
            String apiKey,
            String currency,
            BigDecimal balance,
            BigDecimal testCredit,
            List<String> groups) {}
}
