package bench;

import java.util.Collection;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What came of one load.
 *
 * @param sent orders sent
 * @param mailed of these, by the end of all waiting
 * @param acknowledgedPerSecond acknowledgements that came between begin and end, over that time
 * @param mailedPerSecond mails accepted between begin and end, over that time
 * @param refusals what was said instead of 200, and how often
 */
record Figures(
        int sent,
        int mailed,
        double acknowledgedPerSecond,
        double mailedPerSecond,
        Percentiles acknowledged,
        Percentiles toMail,
        Map<String, Long> refusals) {

    static Figures of(Collection<Order> orders, long begin, long end) {
        double seconds = (end - begin) / 1e9;
        return new Figures(
                orders.size(),
                (int) orders.stream().filter(order -> order.mailedAt != 0).count(),
                between(orders, order -> order.acknowledgedAt, begin, end) / seconds,
                between(orders, order -> order.mailedAt, begin, end) / seconds,
                Percentiles.of(orders.stream()
                        .filter(order -> order.refusal == null && order.acknowledgedAt != 0)
                        .mapToLong(order -> order.acknowledgedAt - order.due)),
                Percentiles.of(orders.stream()
                        .filter(order -> order.mailedAt != 0)
                        .mapToLong(order -> order.mailedAt - order.due)),
                orders.stream()
                        .filter(order -> order.refusal != null)
                        .collect(Collectors.groupingBy(order -> order.refusal, Collectors.counting())));
    }

    private static long between(Collection<Order> orders, ToLongFunction<Order> time, long begin, long end) {
        return orders.stream()
                .mapToLong(time)
                .filter(at -> at >= begin && at < end)
                .count();
    }
}
