package io.esimhub.orders;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import org.springframework.stereotype.Component;

/** Shows people which orders wait for one of them. */
@Component
class Holds {

    static final String CASE = "held-order";

    private final Cases cases;

    Holds(Cases cases) {
        this.cases = cases;
    }

    /** In the transaction that changed the facts. Most orders are never held, and cost nothing here. */
    void show(long order, OrderFacts facts) {
        facts.held().ifPresent(reason -> {
            if (facts.ignored().isPresent() || facts.nothingOwed()) {
                cases.close(CASE, subject(order), "channel-event", "nothing is owed");
            } else {
                cases.open(CaseReport.of(CASE, reason, subject(order))
                        .order(RetailOrders.KIND, order)
                        .failed(0, "held until a person releases it"));
            }
        });
    }

    void released(long order, String operator, String reason) {
        cases.close(CASE, subject(order), operator, reason);
    }

    private static String subject(long order) {
        return "order:" + order;
    }
}
