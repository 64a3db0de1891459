package io.esimhub.sandbox.amazon;

import static io.esimhub.sandbox.amazon.AmazonGate.TOKEN;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.storefront.ListPage;
import io.esimhub.sandbox.storefront.MarketBooks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Orders API v0, which Amazon ends in 2027. */
@RestController
@RequestMapping(AmazonCopy.BASE)
class AmazonOrdersV0Controller {

    private static final int PAGE = 100;

    private final AmazonCopy copy;
    private final AmazonGate gate;
    private final MarketBooks books;

    AmazonOrdersV0Controller(AmazonCopy copy, AmazonGate gate, MarketBooks books) {
        this.copy = copy;
        this.gate = gate;
        this.books = books;
    }

    @GetMapping("/orders/v0/orders/{orderId}")
    ResponseEntity<byte[]> orderV0(
            @PathVariable String orderId, @RequestHeader(name = TOKEN, required = false) String token) {
        return gate.found(
                        token,
                        orderId,
                        order -> copy.say(
                                200, Map.of("payload", AmazonPaperV0.order(order, AmazonTokens.restricted(token)))))
                .entity();
    }

    @GetMapping("/orders/v0/orders/{orderId}/orderItems")
    ResponseEntity<byte[]> itemsV0(
            @PathVariable String orderId, @RequestHeader(name = TOKEN, required = false) String token) {
        return gate.found(
                        token,
                        orderId,
                        order -> copy.say(
                                200,
                                Map.of(
                                        "payload",
                                        Map.of("AmazonOrderId", orderId, "OrderItems", AmazonPaperV0.items(order)))))
                .entity();
    }

    @GetMapping("/orders/v0/orders")
    ResponseEntity<byte[]> ordersV0(
            @RequestParam(name = "CreatedAfter", required = false) Instant createdAfter,
            @RequestParam(name = "CreatedBefore", required = false) Instant createdBefore,
            @RequestParam(name = "LastUpdatedAfter", required = false) Instant updatedAfter,
            @RequestParam(name = "LastUpdatedBefore", required = false) Instant updatedBefore,
            @RequestParam(name = "NextToken", required = false) String next,
            @RequestParam(name = "MaxResultsPerPage", defaultValue = "100") int most,
            @RequestHeader(name = TOKEN, required = false) String token) {
        Optional<AmazonSearch> search = next == null
                ? AmazonSearch.of(createdAfter, createdBefore, updatedAfter, updatedBefore)
                : AmazonSearch.of(next);
        if (search.isEmpty() || most < 1 || most > PAGE) {
            return copy.objection(
                            400,
                            "InvalidInput",
                            "One of CreatedAfter, LastUpdatedAfter and NextToken is needed, and at most 100 results")
                    .entity();
        }
        return gate.letIn(token, () -> page(search.get(), most)).entity();
    }

    private Answer page(AmazonSearch search, int size) {
        ListPage found = search.page(books.of(AmazonCopy.CODE), size);
        Map<String, Object> page = new HashMap<>();
        page.put(
                "Orders",
                found.entries().stream()
                        .map(entry -> AmazonPaperV0.order(entry.order(), false))
                        .toList());
        if (found.more()) {
            page.put("NextToken", search.token(found));
        }
        return copy.say(200, Map.of("payload", page));
    }
}
