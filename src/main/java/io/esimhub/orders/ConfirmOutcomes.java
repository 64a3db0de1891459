package io.esimhub.orders;

import io.esimhub.fulfillment.FulfillmentDesk;
import io.esimhub.fulfillment.OrderRef;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of telling a channel. */
@Component
class ConfirmOutcomes {

    static final String CASE = "confirm-refused";

    private final Confirmations confirmations;
    private final FulfillmentDesk fulfillment;
    private final Cases cases;
    private final Timeline timeline;
    private final WorkQueue work;

    ConfirmOutcomes(
            Confirmations confirmations, FulfillmentDesk fulfillment, Cases cases, Timeline timeline, WorkQueue work) {
        this.confirmations = confirmations;
        this.fulfillment = fulfillment;
        this.cases = cases;
        this.timeline = timeline;
        this.work = work;
    }

    @Transactional
    void told(WorkItem item, SentNotice notice, ConfirmAnswer.Told answer) {
        confirmations.heard(notice.order(), notice.number());
        if (confirmations.troubled(notice.order())) {
            fulfillment.caseOpened(
                    ref(notice), () -> cases.close(CASE, subject(notice), "confirm-order", "the channel knows now"));
        }
        tell(
                notice,
                "channel told",
                Map.of("notice", notice.number(), "lines", notice.lines().size(), "references", answer.references()));
        work.finish(item);
    }

    @Transactional
    void refused(WorkItem item, SentNotice notice, String text) {
        fulfillment.caseOpened(
                ref(notice),
                () -> cases.open(CaseReport.of(CASE, "CONFIRM_REFUSED", subject(notice))
                        .order(RetailOrders.KIND, notice.order())
                        .work(Confirmations.QUEUE, item.key(), item.payload())
                        .failed(item.attempts() + 1, text)));
        tell(notice, "channel refused to be told", Map.of("answer", text));
        work.finish(item);
    }

    private void tell(SentNotice notice, String event, Map<String, ?> details) {
        timeline.write(RetailOrders.KIND, notice.order(), new TimelineEntry(event, "confirm-order", details));
    }

    private static OrderRef ref(SentNotice notice) {
        return new OrderRef(RetailOrders.KIND, notice.order());
    }

    private static String subject(SentNotice notice) {
        return "order:" + notice.order();
    }
}
