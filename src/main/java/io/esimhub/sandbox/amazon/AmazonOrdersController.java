package io.esimhub.sandbox.amazon;

import static io.esimhub.sandbox.amazon.AmazonGate.TOKEN;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.storefront.ListPage;
import io.esimhub.sandbox.storefront.MarketBooks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Orders API 2026-01-01. */
@RestController
@RequestMapping(AmazonCopy.BASE)
class AmazonOrdersController {

    private static final int PAGE = 100;

    private final AmazonCopy copy;
    private final AmazonGate gate;
    private final MarketBooks books;

    AmazonOrdersController(AmazonCopy copy, AmazonGate gate, MarketBooks books) {
        this.copy = copy;
        this.gate = gate;
        this.books = books;
    }

    @GetMapping("/orders/2026-01-01/orders/{orderId}")
    ResponseEntity<byte[]> order(
            @PathVariable String orderId,
            @RequestParam(defaultValue = "") Set<String> includedData,
            @RequestHeader(name = TOKEN, required = false) String token) {
        return gate.found(
                        token, orderId, order -> copy.say(200, Map.of("order", AmazonPaper.order(order, includedData))))
                .entity();
    }

    @GetMapping("/orders/2026-01-01/orders")
    ResponseEntity<byte[]> search(
            @RequestParam(required = false) Instant createdAfter,
            @RequestParam(required = false) Instant createdBefore,
            @RequestParam(required = false) Instant lastUpdatedAfter,
            @RequestParam(required = false) Instant lastUpdatedBefore,
            @RequestParam(required = false) String paginationToken,
            @RequestParam(defaultValue = "100") int maxResultsPerPage,
            @RequestParam(defaultValue = "") Set<String> includedData,
            @RequestHeader(name = TOKEN, required = false) String token) {
        Optional<AmazonSearch> asked =
                AmazonSearch.of(createdAfter, createdBefore, lastUpdatedAfter, lastUpdatedBefore);
        if (asked.isEmpty()) {
            return invalid("Exactly one of createdAfter and lastUpdatedAfter is needed, and no end of the other kind");
        }
        Optional<AmazonSearch> search = paginationToken == null ? asked : AmazonSearch.of(paginationToken);
        if (search.isEmpty() || maxResultsPerPage < 1 || maxResultsPerPage > PAGE) {
            return invalid("paginationToken or maxResultsPerPage is invalid");
        }
        return gate.letIn(token, () -> page(search.get(), maxResultsPerPage, includedData))
                .entity();
    }

    private Answer page(AmazonSearch search, int size, Set<String> data) {
        ListPage found = search.page(books.of(AmazonCopy.CODE), size);
        Map<String, Object> page = new HashMap<>();
        page.put(
                "orders",
                found.entries().stream()
                        .map(entry -> AmazonPaper.order(entry.order(), data))
                        .toList());
        if (found.more()) {
            page.put("pagination", Map.of("nextToken", search.token(found)));
        }
        return copy.say(200, page);
    }

    private ResponseEntity<byte[]> invalid(String message) {
        return copy.objection(400, "InvalidInput", message).entity();
    }
}
