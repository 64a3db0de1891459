package io.esimhub.fulfillment;

import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.work.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run of one order through its route: what the next step is, and what was tried already, so that a run ends. Lives in
 * memory only; whatever matters is in the books before the next step begins.
 */
public final class OrderRun {

    private final WorkItem item;
    private final OrderRef order;
    private final Set<Long> triedRequests = new HashSet<>();
    private final Set<Long> askedPurchases = new HashSet<>();
    private final List<TimelineEntry> story = new ArrayList<>();
    private final List<TimelineEntry> waiting = new ArrayList<>();
    private SupplierCall call;
    private Long delivery;
    private Addressee addressee;
    private Instant comeBack;
    private String failure;
    private boolean casesChanged;

    OrderRun(WorkItem item, OrderRef order) {
        this.item = item;
        this.order = order;
    }

    WorkItem item() {
        return item;
    }

    OrderRef order() {
        return order;
    }

    /** Once a line could not be bought in this run, it waits for the next. */
    boolean tried(long request) {
        return triedRequests.contains(request);
    }

    void gaveUp(long request) {
        triedRequests.add(request);
    }

    /** @return false if the supplier was asked about this purchase in this run already */
    boolean ask(long purchase) {
        return askedPurchases.add(purchase);
    }

    void next(SupplierCall supplierCall) {
        call = supplierCall;
        delivery = null;
    }

    void nextDelivery(long id, Addressee to) {
        call = null;
        delivery = id;
        addressee = to;
    }

    void nextNothing() {
        call = null;
        delivery = null;
    }

    Optional<SupplierCall> call() {
        return Optional.ofNullable(call);
    }

    Addressee addressee() {
        return addressee;
    }

    Optional<Long> delivery() {
        return Optional.ofNullable(delivery);
    }

    /** Not before then; the earliest of several wins. */
    void comeBack(Instant at) {
        if (comeBack == null || at.isBefore(comeBack)) {
            comeBack = at;
        }
    }

    Optional<Instant> comeBack() {
        return Optional.ofNullable(comeBack);
    }

    /** Something failed that another run may mend; the other lines of the order go on first. */
    void failed(String sentence) {
        failure = sentence;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    void tell(TimelineEntry entry) {
        story.add(entry);
    }

    void tell(String event, Map<String, ?> details) {
        story.add(new TimelineEntry(event, "fulfill-order", details));
    }

    List<TimelineEntry> takeStory() {
        List<TimelineEntry> told = List.copyOf(story);
        story.clear();
        return told;
    }

    /** None of a line's variants can be taken now; worth telling when it is news. */
    void waits(String sku, VariantChoice choice) {
        waiting.add(new TimelineEntry("waits for a supplier", "fulfill-order", choice.told(sku)));
    }

    List<TimelineEntry> takeWaiting() {
        List<TimelineEntry> told = List.copyOf(waiting);
        waiting.clear();
        return told;
    }

    void caseOpenedOrClosed() {
        casesChanged = true;
    }

    boolean casesChanged() {
        return casesChanged;
    }
}
