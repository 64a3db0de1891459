package io.esimhub.sandbox.ledger;

import io.esimhub.sandbox.SandboxJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the ledger to tests. */
@RestController
@RequestMapping("/sandbox/ledger")
class LedgerController {

    private final Ledger ledger;
    private final SandboxJson json;

    LedgerController(Ledger ledger, SandboxJson json) {
        this.ledger = ledger;
        this.json = json;
    }

    /** All purchases, per supplier oldest first. */
    @GetMapping
    void purchases(@RequestParam Optional<String> supplier, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        json.writeAll(response.getOutputStream(), ledger.of(supplier).iterator());
    }

    @GetMapping("/summary")
    Map<String, LedgerSummary> summary() {
        return ledger.summary();
    }
}
