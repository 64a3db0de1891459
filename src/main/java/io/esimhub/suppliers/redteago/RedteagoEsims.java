package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.SupplierEsim;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One page of {@code /esim/query}.
 *
 * @param total how many there are on all pages, if the vendor says so
 */
record RedteagoEsims(List<RedteagoEsim> esims, OptionalInt total) {

    static RedteagoEsims of(JsonNode obj) {
        List<RedteagoEsim> esims = new ArrayList<>();
        obj.path("esimList").forEach(node -> esims.add(RedteagoEsim.of(node)));
        JsonNode total = obj.path("pager").path("total");
        return new RedteagoEsims(
                esims, total.isMissingNode() || total.isNull() ? OptionalInt.empty() : OptionalInt.of(total.asInt()));
    }

    /** As the answer to a question for one order: all eSIMs, or how many are there. A cancelled one is for a person to see. */
    FindAnswer asFound() {
        long cancelled = esims.stream().filter(RedteagoEsim::cancelled).count();
        if (cancelled > 0) {
            return new FindAnswer.NotFound(cancelled + " of " + esims.size() + " eSIMs were cancelled at the supplier");
        }
        if (esims.isEmpty()) {
            return new FindAnswer.NoAnswer("an order without eSIMs");
        }
        List<SupplierEsim> ready =
                esims.stream().flatMap(esim -> esim.ready().stream()).toList();
        int all = Math.max(esims.size(), total.orElse(0));
        return ready.size() == all ? new FindAnswer.Allocated(ready) : new FindAnswer.Allocating(ready.size(), all);
    }
}
