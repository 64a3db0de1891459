package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.ledger.Purchase;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Buying, and the books by page, newest first. */
@RestController("sandboxAiraloOrders")
@RequestMapping(AiraloCopy.BASE)
class OrdersController {

    private final AiraloSales sales;
    private final AiraloCopy copy;
    private final Form.Reader forms;
    private final Ledger ledger;
    private final LaterOrders later;
    private final OrderPaper paper;

    OrdersController(
            AiraloSales sales, AiraloCopy copy, Form.Reader forms, Ledger ledger, LaterOrders later, OrderPaper paper) {
        this.sales = sales;
        this.copy = copy;
        this.forms = forms;
        this.ledger = ledger;
        this.later = later;
        this.paper = paper;
    }

    @PostMapping("/orders")
    ResponseEntity<byte[]> place(
            @RequestHeader(value = "Content-Type", required = false) String contentType,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        return sales.now(forms.read(contentType, body), Circumstances.of(request))
                .entity();
    }

    @PostMapping("/orders-async")
    ResponseEntity<byte[]> placeForLater(
            @RequestHeader(value = "Content-Type", required = false) String contentType,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request) {
        return sales.later(forms.read(contentType, body), Circumstances.of(request))
                .entity();
    }

    /** By likeness of the description, and by whole days. */
    @GetMapping("/orders")
    ResponseEntity<byte[]> list(
            @RequestParam(name = "filter[description]", defaultValue = "") String description,
            @RequestParam(name = "filter[created_at]", defaultValue = "") String days,
            @RequestParam(defaultValue = "") List<String> include,
            @RequestParam(defaultValue = "25") int limit,
            @RequestParam(defaultValue = "1") int page) {
        Predicate<Purchase> wanted;
        try {
            wanted = days(days);
        } catch (DateTimeException e) {
            return copy.invalid(Map.of("created_at", "The created at is not a range of days."))
                    .entity();
        }
        List<Purchase> found = ledger.newestFirst(AiraloCopy.CODE)
                .filter(later::shows)
                .filter(purchase -> description.isEmpty()
                        || purchase.key() != null && purchase.key().contains(description))
                .filter(wanted)
                .toList();
        return Paging.of(found, limit, page)
                .answer(copy, purchase -> paper.listed(purchase, include))
                .entity();
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id, @RequestParam(defaultValue = "") List<String> include) {
        return ledger.withReference(AiraloCopy.CODE, id)
                .filter(later::shows)
                .<Answer>map(purchase -> copy.ok(200, paper.listed(purchase, include)))
                .orElseGet(() -> copy.nothing(404, "messages.resource_not_found"))
                .entity();
    }

    private static Predicate<Purchase> days(String range) {
        if (range.isEmpty()) {
            return purchase -> true;
        }
        String[] ends = range.split(" - ", 2);
        LocalDate from = LocalDate.parse(ends[0].strip());
        LocalDate to = LocalDate.parse(ends[ends.length - 1].strip());
        return purchase -> {
            LocalDate day = purchase.createdAt().atZone(ZoneOffset.UTC).toLocalDate();
            return !day.isBefore(from) && !day.isAfter(to);
        };
    }
}
