package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.ledger.Purchase;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /orders}: buying, and the books by page, newest first. */
@RestController
@RequestMapping(EsimGoCopy.BASE + "/orders")
class OrdersController {

    private static final int MAX_LIMIT = 200;

    private final EsimGoSales sales;
    private final EsimGoCopy copy;
    private final Ledger ledger;
    private final SandboxJson json;
    private final String smdpAddress;

    OrdersController(EsimGoSales sales, EsimGoCopy copy, Ledger ledger, SandboxJson json, SandboxProperties settings) {
        this.sales = sales;
        this.copy = copy;
        this.ledger = ledger;
        this.json = json;
        this.smdpAddress = settings.esimGo().smdpAddress();
    }

    @PostMapping
    ResponseEntity<byte[]> place(@RequestBody(required = false) byte[] body, HttpServletRequest request) {
        return answer(body == null ? new byte[0] : body, request).entity();
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int limit,
            @RequestParam(defaultValue = "false") boolean includeIccids,
            @RequestParam MultiValueMap<String, String> parameters) {
        Optional<Predicate<Instant>> window = OrderFilter.of(parameters.getOrDefault("createdAt", List.of()));
        if (window.isEmpty() || page < 1 || limit < 1) {
            return copy.message(400, "Invalid value for parameter createdAt, page or limit")
                    .entity();
        }
        int size = Math.min(limit, MAX_LIMIT);
        List<OrderPaper> orders = ledger.newestFirst(EsimGoCopy.CODE)
                .filter(purchase -> window.get().test(purchase.createdAt()))
                .skip((page - 1L) * size)
                .limit(size)
                .map(purchase -> OrderPaper.listed(purchase, includeIccids ? smdpAddress : null))
                .toList();
        return Answer.json(200, json.write(orders)).entity();
    }

    @GetMapping("/{reference}")
    ResponseEntity<byte[]> one(@PathVariable String reference) {
        Optional<Purchase> purchase = ledger.withReference(EsimGoCopy.CODE, reference);
        return purchase.map(found -> Answer.json(200, json.write(OrderPaper.placed(found, smdpAddress, null))))
                .orElseGet(() -> copy.message(400, "No order found with this reference"))
                .entity();
    }

    private Answer answer(byte[] body, HttpServletRequest request) {
        OrderWish.Reading reading =
                json.object(body).map(OrderWish::of).orElseGet(() -> new OrderWish.Unreadable("Invalid request body"));
        if (reading instanceof OrderWish.Read read) {
            return sales.take(read.wish(), Circumstances.of(request), request.getRemoteAddr());
        }
        return copy.text(400, ((OrderWish.Unreadable) reading).complaint());
    }
}
