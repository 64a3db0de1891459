package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.esimhub.suppliers.OrderWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The body of {@code /esim/query}: an order, an eSIM, or a window of time, and the page that is asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedteagoQuery(String orderNo, String esimTranNo, String startTime, String endTime, Pager pager) {

    /** The most the API gives at once. */
    static final int PAGE_SIZE = 500;

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC);

    /** @param pageNum from 1 */
    record Pager(int pageNum, int pageSize) {}

    static RedteagoQuery order(String orderNo) {
        return new RedteagoQuery(orderNo, null, null, null, new Pager(1, PAGE_SIZE));
    }

    static RedteagoQuery esim(String esimTranNo) {
        return new RedteagoQuery(null, esimTranNo, null, null, new Pager(1, PAGE_SIZE));
    }

    /** The window, widened to whole seconds. */
    static RedteagoQuery window(OrderWindow window, int page) {
        return new RedteagoQuery(
                null, null, text(window.from()), text(window.to().plusMillis(999)), new Pager(page, PAGE_SIZE));
    }

    private static String text(Instant time) {
        return SECONDS.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
