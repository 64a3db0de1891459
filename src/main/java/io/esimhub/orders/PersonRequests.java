package io.esimhub.orders;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.inbox.Inbox;
import io.esimhub.operations.work.WorkItem;
import io.esimhub.operations.work.WorkQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes up what people ask by right. */
@Component
public class PersonRequests {

    private static final String CASE = "person-request";

    private final Cases cases;
    private final Inbox inbox;
    private final WorkQueue work;

    PersonRequests(Cases cases, Inbox inbox, WorkQueue work) {
        this.cases = cases;
        this.inbox = inbox;
        this.work = work;
    }

    /** @param event the inbox event that told it */
    @Transactional
    public void take(WorkItem item, long event, PersonRequest request) {
        String reason = request instanceof PersonRequest.Erase ? "ERASE" : "DISCLOSE";
        cases.open(CaseReport.of(CASE, reason, Inbox.key(event))
                .failed(0, request.channel() + " asks; by law there are 30 days"));
        inbox.handled(event);
        work.finish(item);
    }
}
