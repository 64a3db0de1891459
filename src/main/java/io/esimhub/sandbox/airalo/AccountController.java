package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.BundlePrice;
import io.esimhub.sandbox.shop.Prices;
import io.esimhub.sandbox.shop.Till;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The balance, and the packages that have a price of their own: countries, their one operator, its packages. */
@RestController("sandboxAiraloAccount")
@RequestMapping(AiraloCopy.BASE)
class AccountController {

    private static final BigDecimal RETAIL = BigDecimal.valueOf(2);

    private final Till till;
    private final Prices prices;
    private final AiraloCopy copy;

    AccountController(Till till, Prices prices, AiraloCopy copy) {
        this.till = till;
        this.prices = prices;
        this.copy = copy;
    }

    @GetMapping("/balance")
    ResponseEntity<byte[]> balance() {
        Map<String, Object> available = Map.of("amount", till.balance(AiraloCopy.CODE), "currency", "USD");
        return copy.ok(200, Map.of("balances", Map.of("name", "balance", "availableBalance", available)))
                .entity();
    }

    /** Pages count countries. */
    @GetMapping("/packages")
    ResponseEntity<byte[]> packages(
            @RequestParam(defaultValue = "25") int limit, @RequestParam(defaultValue = "1") int page) {
        Map<String, List<BundlePrice>> byCountry = prices.listed(AiraloCopy.CODE).stream()
                .collect(Collectors.groupingBy(
                        price -> PackageName.of(price.bundle()).country(), TreeMap::new, Collectors.toList()));
        return Paging.of(List.copyOf(byCountry.entrySet()), limit, page)
                .answer(copy, country -> country(country.getKey(), country.getValue()))
                .entity();
    }

    private static Map<String, Object> country(String code, List<BundlePrice> bundles) {
        Map<String, Object> operator = new LinkedHashMap<>();
        operator.put("id", 1);
        operator.put("type", "local");
        operator.put("title", "Roam");
        operator.put("esim_type", "Prepaid");
        operator.put("plan_type", "data");
        operator.put("activation_policy", "first-usage");
        operator.put("coverages", List.of(Map.of("name", code, "code", code, "networks", List.of())));
        operator.put("packages", bundles.stream().map(AccountController::bundle).toList());
        return Map.of("slug", code.toLowerCase(), "country_code", code, "title", code, "operators", List.of(operator));
    }

    private static Map<String, Object> bundle(BundlePrice price) {
        PackageName name = PackageName.of(price.bundle());
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("id", price.bundle());
        bundle.put("type", "sim");
        bundle.put("price", price.price().multiply(RETAIL));
        bundle.put("amount", 1024 * name.gigabytes());
        bundle.put("day", name.days());
        bundle.put("is_unlimited", false);
        bundle.put("title", name.title());
        bundle.put("data", name.data());
        bundle.put("net_price", price.price());
        return bundle;
    }
}
