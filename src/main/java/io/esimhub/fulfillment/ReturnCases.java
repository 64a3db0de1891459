package io.esimhub.fulfillment;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.suppliers.SupplierCapabilities.Cancelling;
import org.springframework.stereotype.Component;

/** The task for a person to give an eSIM back, or to say that it is kept: one case a unit, in words that say what to do. */
@Component
class ReturnCases {

    static final String INSTALLED = "INSTALLED_BEFORE_CANCELLING";
    static final String REFUSED = "CANCEL_REFUSED";
    static final String NOT_REACHED = "CANCEL_NOT_REACHED";
    static final String UNKNOWN = "CANCEL_UNKNOWN";

    private static final String KIND = "return-esim";

    private final Cases cases;

    ReturnCases(Cases cases) {
        this.cases = cases;
    }

    /** @param sent whether the traveller has its mail already */
    void byHand(BoughtEsim esim, long cancellation, Cancelling how, boolean sent) {
        String what = "eSIM " + esim.id() + " of " + esim.sku();
        String todo = how == Cancelling.NEVER
                ? esim.supplier() + " takes nothing back: " + what + " is lost money, then decide cancellation "
                        + cancellation + " as kept"
                : "give " + what + " back in the portal of " + esim.supplier()
                        + " if nobody uses it, then decide cancellation " + cancellation;
        open(esim, sent ? "SENT_BUT_NO_LONGER_OWED" : "BOUGHT_BUT_NO_LONGER_OWED", todo);
    }

    /** @param why a sentence without secrets */
    void open(Cancellation cancellation, String reason, String why) {
        open(
                cancellation.esim(),
                reason,
                why + "; look into the supplier's portal, then decide cancellation " + cancellation.id());
    }

    void close(BoughtEsim esim, String by, String why) {
        cases.close(KIND, subject(esim), by, why);
    }

    private void open(BoughtEsim esim, String reason, String text) {
        cases.open(CaseReport.of(KIND, reason, subject(esim))
                .order(esim.order().ownerKind(), esim.order().orderId())
                .failed(0, text));
    }

    private static String subject(BoughtEsim esim) {
        return "unit:" + esim.unitId();
    }
}
