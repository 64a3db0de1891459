package io.esimhub.reconciliation;

import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.SalesChannel;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListedOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares one page of a channel's list with our books, mends what differs, and turns the page, all in one transaction. */
@Component
class PageComparison {

    /** Of a list that came in one piece, however long: more orders in one transaction would hold their locks too long. */
    private static final int AT_A_TIME = 250;

    private final KnownOrders books;
    private final OrderRepairs repairs;
    private final Breaks breaks;
    private final DaySets days;
    private final Runs runs;
    private final List<SalesChannel> channels;
    private final TransactionTemplate transactions;
    private final ReconciliationProperties properties;
    private final Clock clock;

    PageComparison(
            KnownOrders books,
            OrderRepairs repairs,
            Breaks breaks,
            DaySets days,
            Runs runs,
            List<SalesChannel> channels,
            TransactionTemplate transactions,
            ReconciliationProperties properties,
            Clock clock) {
        this.books = books;
        this.repairs = repairs;
        this.breaks = breaks;
        this.days = days;
        this.runs = runs;
        this.channels = channels;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @return the run with this page behind it
     * @throws Overtaken if the run is not this process's any more
     */
    Run compare(Run run, ListAnswer.Page page) {
        Run now = run;
        for (int from = 0; from == 0 || from < page.orders().size(); from += AT_A_TIME) {
            int to = Math.min(page.orders().size(), from + AT_A_TIME);
            boolean last = to == page.orders().size();
            List<ListedOrder> orders = page.orders().subList(from, to);
            Optional<String> next = last ? page.next().or(() -> Optional.of(Run.LIST_READ)) : run.position();
            Run before = now;
            transactions.executeWithoutResult(status -> {
                if (run.kind() == RunKind.DAY) {
                    days.listed(run, Stream.concat(ids(orders), last ? others(page) : Stream.empty()));
                }
                int found = mend(run, orders) + (last ? unreadable(run, page.unreadable()) : 0);
                if (!runs.turnPage(before, next, orders.size(), found, newest(orders))) {
                    throw new Overtaken();
                }
            });
            now = before.at(next, orders.size(), newest(orders).or(before::newest));
        }
        return now;
    }

    private int mend(Run run, List<ListedOrder> listed) {
        // the list of a day shows what changed just now, too, whose webhook may be late
        // always in the same order, as opening a case takes the order's lock
        Instant settled = clock.instant().minus(properties.settle());
        List<ListedOrder> orders = listed.stream()
                .filter(order -> !order.snapshot().updatedAt().isAfter(settled))
                .sorted(Comparator.comparing(ListedOrder::externalId))
                .toList();
        boolean hears = channels.stream()
                .anyMatch(channel -> channel.code().equals(run.party()) && channel.hears(run.account()));
        Map<String, KnownOrder> known =
                books.of(run.party(), run.account(), ids(orders).toList());
        int news = 0;
        List<String> compared = new ArrayList<>();
        List<Difference> found = new ArrayList<>();
        for (ListedOrder order : orders) {
            Optional<KnownOrder> ours = Optional.ofNullable(known.get(order.externalId()));
            Comparison.Result result = Comparison.of(order, ours, hears);
            found.addAll(result.differences());
            if (result.whole()) {
                compared.add(order.externalId());
            }
        }
        breaks.notFoundAgain(run, compared, found);
        for (ListedOrder order : orders) {
            List<Difference> differences = found.stream()
                    .filter(difference -> difference.subject().equals(order.externalId()))
                    .toList();
            news += repairs.mend(run, order, differences);
            Optional.ofNullable(known.get(order.externalId()))
                    .filter(ours -> !order.allLines()
                            && ours.snapshotAt().isBefore(order.snapshot().updatedAt()))
                    .filter(ours -> differences.stream().noneMatch(Difference::mendedByEvent))
                    .ifPresent(changed -> repairs.readAgain(run, order));
        }
        return news;
    }

    private static Stream<String> others(ListAnswer.Page page) {
        return Stream.concat(page.passedOver().stream(), page.unreadable().stream());
    }

    private int unreadable(Run run, List<String> ids) {
        List<Difference> news = ids.stream()
                .map(id -> new Difference(
                        DifferenceKind.UNREADABLE,
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("there", "of another shape than an order's"),
                        Optional.empty()))
                .filter(difference -> !breaks.known(run, difference))
                .toList();
        news.forEach(
                difference -> breaks.open(run, difference, "the channel shows it in a shape that is not understood"));
        return news.size();
    }

    private static Stream<String> ids(List<ListedOrder> orders) {
        return orders.stream().map(ListedOrder::externalId);
    }

    private static Optional<Instant> newest(List<ListedOrder> orders) {
        return orders.stream()
                .map(ListedOrder::snapshot)
                .map(OrderSnapshot::updatedAt)
                .max(Instant::compareTo);
    }
}
