package io.esimhub.sandbox.competitors;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.faults.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All plans in one list, as a shop's own pages load it. */
@RestController
class BargainController {

    private final Shelves shelves;
    private final SandboxJson json;

    BargainController(Shelves shelves, SandboxJson json) {
        this.shelves = shelves;
        this.json = json;
    }

    @GetMapping("/sandbox/competitors/bargain/web/plans.json")
    ResponseEntity<byte[]> plans(HttpServletRequest request) {
        List<Map<String, Object>> plans =
                shelves.of(Rival.BARGAIN).stream().map(BargainController::paper).toList();
        boolean moved = Circumstances.of(request).has(Fault.LAYOUT);
        return Answer.json(200, json.write(Map.of(moved ? "catalogue" : "plans", plans)))
                .entity();
    }

    private static Map<String, Object> paper(Plan plan) {
        return Map.of(
                "id", plan.id(),
                "title", plan.place() + " " + plan.gb() + " GB",
                "countries", List.of(plan.country()),
                "dataMb", plan.gb() * 1000,
                "days", plan.days(),
                "price", Map.of("amount", plan.price(), "currency", "USD"));
    }
}
