package io.esimhub.catalog.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkQueue;
import io.esimhub.suppliers.SupplierCapabilities;
import io.esimhub.suppliers.SupplierEntry;
import io.esimhub.suppliers.SuppliersProperties;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a supplier's list is to be read; the work queue does the rest. */
@Component("catalogSyncs")
public class SyncRequests {

    private final List<SupplierCapabilities> capabilities;
    private final SuppliersProperties suppliers;
    private final SyncRuns runs;
    private final WorkQueue work;
    private final JsonBody json;

    SyncRequests(
            List<SupplierCapabilities> capabilities,
            SuppliersProperties suppliers,
            SyncRuns runs,
            WorkQueue work,
            JsonBody json) {
        this.capabilities = capabilities;
        this.suppliers = suppliers;
        this.runs = runs;
        this.work = work;
        this.json = json;
    }

    /** Suppliers whose list can be read. */
    public List<String> listing() {
        return capabilities.stream()
                .filter(each -> each.has(SupplierEntry.CATALOG) && enabled(each.code()))
                .map(SupplierCapabilities::code)
                .sorted()
                .toList();
    }

    /**
     * All of them, for one planned time: however many processes ask, each supplier gets one run for it.
     *
     * @param fireTime the time that was planned, not the one that it became
     */
    @Transactional
    public void planned(Date fireTime) {
        listing().forEach(supplier -> enqueue(supplier, fireTime.toInstant().toString(), "schedule", false));
    }

    /**
     * {@code POST /api/v1/ops/suppliers/{code}/sync}.
     *
     * @param body nothing, or {@code {"acceptLoss": true}}
     * @throws Problem 400 no JSON, 404 no such supplier, 409 it has no list to read, 422 a wrong field
     */
    @Transactional
    public Map<String, Object> wish(String supplier, byte[] body, String operator) {
        if (capabilities.stream().noneMatch(each -> each.code().equals(supplier))) {
            throw Problem.notFound("no-such-supplier", "There is no such supplier.");
        }
        if (!listing().contains(supplier)) {
            throw Problem.conflict(
                    "no-catalog",
                    "This supplier has no list that can be read, or is switched off by hub.suppliers." + supplier
                            + ".enabled. Its offers come by the catalog import alone.");
        }
        boolean acceptLoss = acceptLoss(body);
        long run = enqueue(supplier, null, operator, acceptLoss).orElseThrow();
        return Map.of("id", run, "supplier", supplier, "outcome", "WAITING", "acceptLoss", acceptLoss);
    }

    private Optional<Long> enqueue(String supplier, String cause, String by, boolean acceptLoss) {
        Optional<Long> run = runs.wish(supplier, cause, by, acceptLoss);
        run.ifPresent(id -> work.enqueue(
                "catalog-sync",
                "catalog-sync:" + supplier + ":" + Optional.ofNullable(cause).orElse("run " + id),
                String.valueOf(id),
                Duration.ZERO));
        return run;
    }

    private boolean enabled(String supplier) {
        return suppliers.suppliers().containsKey(supplier)
                && suppliers.of(supplier).enabled();
    }

    private boolean acceptLoss(byte[] body) {
        if (body == null || body.length == 0) {
            return false;
        }
        JsonNode wish = json.read(body, "The body is not JSON. Send {\"acceptLoss\": true}, or no body.");
        JsonNode value = wish.path("acceptLoss");
        if (!wish.isObject()
                || !value.isMissingNode() && !value.isBoolean()
                || wish.size() > (value.isMissingNode() ? 0 : 1)) {
            throw Problem.unprocessable(
                    "bad-sync",
                    "The body is not understood; nothing was asked for.",
                    List.of(new FieldError(
                            "acceptLoss",
                            "is the only field, true or false",
                            "send {\"acceptLoss\": true}, or no body")));
        }
        return value.asBoolean();
    }
}
