package io.esimhub.reconciliation;

import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkQueue;
import io.esimhub.reconciliation.listing.ListedChannel;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a list is to be compared; the work queue does the rest. */
@Component("reconciliations")
public class RunRequests {

    /** Who asks for planned runs. */
    static final String SCHEDULE = "schedule";

    private static final String CHANNELS = "reconcile-channel";
    private static final String SUPPLIERS = "reconcile-supplier";

    private final List<ListedChannel> channels;
    private final ListedSuppliers suppliers;
    private final Runs runs;
    private final RunCursors cursors;
    private final WorkQueue work;
    private final ReconciliationProperties properties;
    private final JsonBody json;
    private final Clock clock;

    RunRequests(
            List<ListedChannel> channels,
            ListedSuppliers suppliers,
            Runs runs,
            RunCursors cursors,
            WorkQueue work,
            ReconciliationProperties properties,
            JsonBody json,
            Clock clock) {
        this.channels = channels;
        this.suppliers = suppliers;
        this.runs = runs;
        this.cursors = cursors;
        this.work = work;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /** Every list that can be read by these settings. */
    List<Listed> lists(RunKind kind) {
        return kind == RunKind.SUPPLIER
                ? suppliers.codes().stream().map(code -> new Listed(code, "")).toList()
                : channels.stream()
                        .flatMap(channel -> channel.shops().stream().map(shop -> new Listed(channel.code(), shop)))
                        .toList();
    }

    /**
     * All lists of changed orders, for one planned time: however many processes ask, each list gets one run for it. A run that has not begun
     * yet will look at the same time.
     *
     * @param planned the time that was planned, not the one that it became
     */
    @Transactional
    public void plannedChanges(Date planned) {
        lists(RunKind.CHANGES).stream()
                .filter(list -> !cursors.waiting(RunKind.CHANGES, list))
                .forEach(list ->
                        enqueue(RunKind.CHANGES, list, planned.toInstant().toString(), SCHEDULE, Optional.empty()));
    }

    /** The day before, of every shop. */
    @Transactional
    public void plannedDays(Date planned) {
        Window day = Window.dayBefore(planned.toInstant(), properties.days().timeZone());
        planned(RunKind.DAY, planned, day);
    }

    /** The day before, of every supplier. */
    @Transactional
    public void plannedSuppliers(Date planned) {
        Window day =
                Window.dayBefore(planned.toInstant(), properties.suppliers().timeZone());
        planned(RunKind.SUPPLIER, planned, day);
    }

    /** Days that no run has compared, as it failed or nobody ran, are made up for. */
    private void planned(RunKind kind, Date planned, Window day) {
        for (Listed list : lists(kind)) {
            Window window = cursors.plannedUntil(kind, list).map(day::since).orElse(day);
            enqueue(kind, list, planned.toInstant().toString(), SCHEDULE, Optional.of(window));
        }
    }

    /**
     * {@code POST /api/v1/ops/reconciliations}.
     *
     * @throws Problem 400 no JSON, 409 its list cannot be read by these settings, 422 a wrong field
     */
    @Transactional
    public Map<String, Object> wish(byte[] body, String operator) {
        RunWish wish = RunWish.read(json.read(body), properties, clock.instant());
        List<Listed> meant = lists(wish.kind()).stream().filter(wish::means).toList();
        if (meant.size() > 1) {
            throw Problem.unprocessable(
                    "bad-reconciliation",
                    "Nothing was asked for: there are several.",
                    List.of(new FieldError(
                            "account",
                            "missing",
                            "send one of " + meant.stream().map(Listed::account).collect(Collectors.joining(", ")))));
        }
        Listed of = meant.stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "no-list",
                        "Its list of orders cannot be read: it is unknown, switched off, or lacks its keys in the settings. These can: "
                                + lists(wish.kind()) + "."));
        long run = enqueue(wish.kind(), of, null, operator, Optional.of(wish.window()))
                .orElseThrow();
        return Map.of(
                "id",
                run,
                "kind",
                wish.kind().word(),
                "party",
                of.party(),
                "account",
                of.account(),
                "from",
                wish.window().from(),
                "to",
                wish.window().to(),
                "state",
                "WAITING");
    }

    /** For others that know a window. @param cause one run each */
    void wish(RunKind kind, Window window, String cause, String by) {
        lists(kind).forEach(list -> enqueue(kind, list, cause, by, Optional.of(window)));
    }

    /** @throws Problem 404 no such run, 409 it has ended */
    @Transactional
    public Map<String, Object> cancel(String id, String operator) {
        Run run = (id.matches("[0-9]{1,18}") ? runs.find(Long.parseLong(id)) : Optional.<Run>empty())
                .orElseThrow(() -> Problem.notFound("no-such-run", "There is no such run."));
        if (!runs.end(run.id(), "CANCELLED", operator, null)) {
            throw Problem.conflict("run-ended", "The run is " + run.state() + " already.");
        }
        return Map.of("id", run.id(), "state", "CANCELLED", "cancelledBy", operator);
    }

    /** Has its work done, unless somebody is at it. */
    void goOn(RunKind kind, long run) {
        work.enqueueOrHurry(
                kind == RunKind.SUPPLIER ? SUPPLIERS : CHANNELS, "reconciliation:" + run, Long.toString(run));
    }

    private Optional<Long> enqueue(RunKind kind, Listed of, String cause, String by, Optional<Window> window) {
        Optional<Long> run = runs.wish(kind, of, cause, by, window);
        run.ifPresent(id -> goOn(kind, id));
        return run;
    }
}
