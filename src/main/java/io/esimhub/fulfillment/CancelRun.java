package io.esimhub.fulfillment;

import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.work.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of one cancellation through its route. Lives in memory only; whatever matters is in the books before the next step begins. */
class CancelRun {

    /** What comes next in this run. */
    enum Step {
        /** Ask the supplier how far the eSIM's life is. */
        ASK,
        /** Write down that it is about to be given back. */
        DISPATCH,
        /** Give it back, once. */
        SEND,
        END
    }

    private static final String BY = "cancel-esim";

    private final WorkItem item;
    private final Cancellation cancellation;
    private final List<TimelineEntry> story = new ArrayList<>();
    private Step step = Step.END;
    private int sending;
    private Instant comeBack;
    private String failure;
    private boolean casesChanged;

    CancelRun(WorkItem item, Cancellation cancellation) {
        this.item = item;
        this.cancellation = cancellation;
    }

    WorkItem item() {
        return item;
    }

    /** As it was when the run began. */
    Cancellation cancellation() {
        return cancellation;
    }

    BoughtEsim esim() {
        return cancellation.esim();
    }

    Step step() {
        return step;
    }

    void next(Step next) {
        step = next;
    }

    /** @param number which of the sendings is this run's own */
    void send(int number) {
        step = Step.SEND;
        sending = number;
    }

    int sending() {
        return sending;
    }

    /** Nothing failed; not before then. */
    void comeBack(Instant at) {
        step = Step.END;
        comeBack = at;
    }

    Optional<Instant> comeBack() {
        return Optional.ofNullable(comeBack);
    }

    /** Another run may have more luck. */
    void failed(String sentence) {
        step = Step.END;
        failure = sentence;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    void caseOpenedOrClosed() {
        casesChanged = true;
    }

    boolean casesChanged() {
        return casesChanged;
    }

    /** @param details beside the eSIM and its supplier */
    void tell(String event, Map<String, ?> details) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("esim", esim().id());
        all.put("supplier", esim().supplier());
        all.putAll(details);
        story.add(new TimelineEntry(event, BY, all));
    }

    List<TimelineEntry> takeStory() {
        List<TimelineEntry> told = List.copyOf(story);
        story.clear();
        return told;
    }
}
