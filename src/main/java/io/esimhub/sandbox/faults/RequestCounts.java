package io.esimhub.sandbox.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How often each supplier was asked what, harmed or not, since the start or the last {@code DELETE}. */
@RestController
@RequestMapping("/sandbox/requests/count")
class RequestCounts {

    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();

    void count(SupplierCopy supplier, String method, String path) {
        counts.computeIfAbsent(supplier.code(), code -> new ConcurrentHashMap<>())
                .computeIfAbsent(method + " " + supplier.operation(path), operation -> new LongAdder())
                .increment();
    }

    /** {@code {"esim-go": {"POST /orders": 3}}}. */
    @GetMapping
    Map<String, Map<String, Long>> counts() {
        Map<String, Map<String, Long>> answer = new TreeMap<>();
        counts.forEach((supplier, operations) -> {
            Map<String, Long> sums = new TreeMap<>();
            operations.forEach((operation, sum) -> sums.put(operation, sum.sum()));
            answer.put(supplier, sums);
        });
        return answer;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget() {
        counts.clear();
    }
}
