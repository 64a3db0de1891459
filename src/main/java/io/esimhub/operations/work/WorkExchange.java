package io.esimhub.operations.work;

import java.time.Instant;
import org.apache.camel.Exchange;

/** What a {@code work:} route and its consumer tell each other on the exchange. */
public final class WorkExchange {

    /** Exchange property: the {@link WorkItem} being run. */
    public static final String ITEM = "workItem";

    static final String LATER = "workLater";

    static final String ONE_MORE = "workOneMore";

    private WorkExchange() {}

    /** Whether a failure of the step that follows deserves one more pause of ten hours than others: mail servers take their time. */
    public static void oneMoreTry(Exchange exchange, boolean deserved) {
        exchange.setProperty(ONE_MORE, deserved);
    }

    /** The item comes back then; nothing failed, so it is no attempt. */
    public static void comeBack(Exchange exchange, Instant at) {
        exchange.setProperty(LATER, at);
    }
}
