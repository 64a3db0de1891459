package io.esimhub.sandbox.ebay;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** getOrders: pages by number, so that the list moves under whoever reads it, as at eBay. */
@RestController
@RequestMapping(EbayCopy.BASE)
class EbayListController {

    private static final int MOST = 200;

    private final EbayCopy copy;
    private final EbayGate gate;
    private final MarketBooks books;
    private final SandboxClock clock;

    EbayListController(EbayCopy copy, EbayGate gate, MarketBooks books, SandboxClock clock) {
        this.copy = copy;
        this.gate = gate;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping(EbayOrderController.ORDER)
    ResponseEntity<byte[]> orders(
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @RequestHeader(name = "Authorization", required = false) String login,
            HttpServletRequest request) {
        if (limit > MOST || limit < 1 || offset < 0) {
            return copy.objection(400, 30850, "Invalid limit value").entity();
        }
        Predicate<MarketOrder> wanted;
        try {
            wanted = EbayFilter.of(filter, clock.instant());
        } catch (IllegalArgumentException e) {
            return copy.objection(400, 30700, "Invalid filter value").entity();
        }
        String list = request.getRequestURL() + "?"
                + (filter.isEmpty() ? "" : "filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8) + "&")
                + "limit=" + limit + "&offset=";
        return gate.letIn(login, () -> page(wanted, limit, offset, list)).entity();
    }

    /** @param list the list's address up to the offset */
    private Answer page(Predicate<MarketOrder> wanted, int limit, int offset, String list) {
        List<MarketOrder> all = books.of(EbayCopy.CODE).stream().filter(wanted).toList();
        Map<String, Object> page = new HashMap<>();
        page.put("href", list + offset);
        page.put("total", all.size());
        page.put("limit", limit);
        page.put("offset", offset);
        page.put(
                "orders",
                all.stream().skip(offset).limit(limit).map(EbayPaper::order).toList());
        if (offset + limit < all.size()) {
            page.put("next", list + (offset + limit));
        }
        if (offset > 0) {
            page.put("prev", list + Math.max(0, offset - limit));
        }
        return copy.say(200, page);
    }
}
