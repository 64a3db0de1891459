package io.esimhub.channels;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Shows people which channels do not let us in. Opened once, closed by the next success of any process. */
@Component
public class ChannelAccess {

    private static final String CASE = "channel-access";

    private final Cases cases;
    private final Set<String> letIn = ConcurrentHashMap.newKeySet();

    ChannelAccess(Cases cases) {
        this.cases = cases;
    }

    /**
     * @param subject channel and account, e.g. {@code shopify:name.myshopify.com}
     * @param reason a word an operator can search for
     */
    public void refused(String subject, String reason, String sentence) {
        letIn.remove(subject);
        cases.open(CaseReport.of(CASE, reason, subject).failed(1, sentence));
    }

    public void letIn(String subject) {
        if (letIn.add(subject)) {
            cases.close(CASE, subject, "channels", "let in again");
        }
    }
}
