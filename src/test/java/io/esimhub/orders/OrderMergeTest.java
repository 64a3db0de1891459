package io.esimhub.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of arrival, and how often an event arrives, must not matter. */
class OrderMergeTest {

    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");

    @Property
    void whicheverComesFirstTheOrderEndsTheSame(
            @ForAll("snapshots") OrderSnapshot one, @ForAll("snapshots") OrderSnapshot other) {
        assertThat(OrderMerge.merge(one, other)).isEqualTo(OrderMerge.merge(other, one));
    }

    @Property
    void howThreeEventsAreGroupedDoesNotMatter(
            @ForAll("snapshots") OrderSnapshot one,
            @ForAll("snapshots") OrderSnapshot two,
            @ForAll("snapshots") OrderSnapshot three) {
        assertThat(OrderMerge.merge(OrderMerge.merge(one, two), three))
                .isEqualTo(OrderMerge.merge(one, OrderMerge.merge(two, three)));
    }

    @Property
    void anEventThatComesTwiceChangesNothing(
            @ForAll("snapshots") OrderSnapshot one, @ForAll("snapshots") OrderSnapshot two) {
        OrderSnapshot merged = OrderMerge.merge(one, two);

        assertThat(OrderMerge.merge(merged, two)).isEqualTo(merged);
        assertThat(OrderMerge.merge(merged, one)).isEqualTo(merged);
    }

    @Example
    void theNewerSnapshotWinsEvenIfItOwesMore() {
        OrderSnapshot merged = OrderMerge.merge(
                snapshot(TEN, Payment.PAID, false, 1), snapshot(TEN.plusSeconds(1), Payment.UNPAID, false, 3));

        assertThat(merged.payment()).isEqualTo(Payment.UNPAID);
        assertThat(merged.lines().get(0).quantity()).isEqualTo(3);
    }

    @Example
    void onATiePaidBeatsUnpaidCancelledBeatsOpenAndLessBeatsMore() {
        OrderSnapshot merged =
                OrderMerge.merge(snapshot(TEN, Payment.PAID, false, 3), snapshot(TEN, Payment.UNPAID, true, 2));

        assertThat(merged.payment()).isEqualTo(Payment.PAID);
        assertThat(merged.cancelled()).isTrue();
        assertThat(merged.lines().get(0).quantity()).isEqualTo(2);
    }

    @Provide
    Arbitrary<OrderSnapshot> snapshots() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Payment.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("ada@example.com", "bob@example.com", ""),
                        Arbitraries.of("L1", "L2"),
                        Arbitraries.of("London", "Paris", ""))
                .as((second, payment, cancelled, quantity, email, line, city) -> new OrderSnapshot(
                        new OrderIdentity("shopify", "a.myshopify.com", "1"),
                        "#1",
                        TEN.plusSeconds(second),
                        Optional.empty(),
                        payment,
                        cancelled,
                        false,
                        Optional.empty(),
                        new SnapshotCustomer(
                                Optional.empty(),
                                Optional.of(email).filter(text -> !text.isEmpty()),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.of(city).filter(text -> !text.isEmpty()).map(OrderMergeTest::address),
                        Optional.of(Money.of("4.50", "USD")),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new SnapshotLine(
                                line, Optional.of("ESIM-GB"), "A thing", quantity, Optional.empty()))));
    }

    private static OrderSnapshot snapshot(Instant at, Payment payment, boolean cancelled, int quantity) {
        return new OrderSnapshot(
                new OrderIdentity("shopify", "a.myshopify.com", "1"),
                "#1",
                at,
                Optional.empty(),
                payment,
                cancelled,
                false,
                Optional.empty(),
                new SnapshotCustomer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new SnapshotLine("L1", Optional.of("ESIM-GB"), "A thing", quantity, Optional.empty())));
    }

    private static PostalAddress address(String city) {
        return new PostalAddress("Ada Traveller", "", "1 High Street", "", city, "N1", "", "GB", "");
    }
}
