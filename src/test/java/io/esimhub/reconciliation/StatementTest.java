package io.esimhub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.testing.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the statement says of purchases and suppliers' orders that stand in the books. */
@ExtendWith(FreshDatabase.class)
class StatementTest {

    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");

    private final JdbcTemplate jdbc;

    StatementTest(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    @BeforeEach
    void emptyBooks() {
        jdbc.execute(
                "truncate retail.orders, fulfillment.requests, fulfillment.deliveries, reconciliation.runs cascade");
    }

    @Test
    void whatWasMailedIsDeliveredAlsoIfItIsRefundedTheNextDay() {
        sold("A").mailed(2).refunded();
        listed("A", 2, "3.60");

        JsonNode statement = statement();

        assertThat(statement.at("/lines/0/verdict").asText()).isEqualTo("AGREES");
        assertThat(statement.at("/lines/0/delivered").asInt()).isEqualTo(2);
        assertThat(statement.at("/totals/delivered").asInt()).isEqualTo(2);
    }

    @Test
    void aCodeThatWasMailedTwiceIsDeliveredOnce() {
        sold("A").mailed(2).mailed(2);
        listed("A", 2, "3.60");

        assertThat(statement().at("/lines/0/delivered").asInt()).isEqualTo(2);
    }

    @Test
    void whatWasChargedAndNotMailedIsNotDeliveredAlsoIfNobodyWaitsForItAnyMore() {
        sold("A").mailed(1);
        listed("A", 2, "3.60");
        sold("B").refunded();
        listed("B", 2, "3.60");

        JsonNode statement = statement();

        assertThat(verdicts(statement)).containsExactly("NOT_DELIVERED", "NOT_DELIVERED");
        assertThat(statement.at("/totals/delivered").asInt()).isOne();
    }

    @Test
    void eachPurchaseHasItsVerdictAndWhatWasDeclaredNotBoughtHasNone() {
        sold("A").mailed(2);
        listed("A", 2, "3.60");
        sold("B").mailed(2);
        SoldOrder.bought(jdbc, Optional.empty(), TEN);
        SoldOrder.bought(jdbc, Optional.empty(), TEN).notBought();
        sold("C").mailed(2);
        listed("C", 2, "3.80");
        listed("D", 1, "1.80");

        JsonNode statement = statement();

        assertThat(verdicts(statement)).containsExactlyInAnyOrder("AGREES", "NOT_LISTED", "OPEN", "PRICE", "NO_OWNER");
        statement.at("/totals/verdicts").forEach(number -> assertThat(number.asInt())
                .isOne());
    }

    @Test
    void whatWasSoldASecondTimeUnderOnePurchasesKeyHasNoOwner() {
        SoldOrder one = sold("A").mailed(2);
        listed("A", 2, "3.60");
        listed("B", 2, "3.60");
        jdbc.update(
                "update reconciliation.supplier_orders set key = (select key from fulfillment.purchases where id = ?)",
                one.purchase());

        assertThat(verdicts(statement())).containsExactlyInAnyOrder("AGREES", "NO_OWNER");
    }

    @Test
    void totalsAreOfTheWholeTimeAndAnOrderOfTwoPurchasesWasPaidOnce() {
        SoldOrder one = sold("A").mailed(2);
        listed("A", 2, "3.60");
        jdbc.update(
                """
                insert into fulfillment.purchases (request_id, key, supplier, supplier_sku, quantity, unit_cost, cost_currency, state,
                    supplier_order, dispatched_at, answer_by, answered_at)
                select request_id, 'more', supplier, supplier_sku, 1, 2.5, 'EUR', 'COMPLETED', 'B', dispatched_at, answer_by, answered_at
                from fulfillment.purchases where id = ?""",
                one.purchase());
        listed("B", 1, "2.50", "EUR");
        sold("C").mailed(2);
        listed("C", 2, "4.00");

        JsonNode totals = statement(Map.of("limit", 1)).path("totals");

        assertThat(totals.at("/charged/USD").asText()).isEqualTo("7.6000");
        assertThat(totals.at("/charged/EUR").asText()).isEqualTo("2.5000");
        assertThat(totals.at("/agreed/USD").asText()).isEqualTo("7.2000");
        assertThat(totals.at("/paid/USD").asText()).isEqualTo("18.0000");
        assertThat(totals.at("/delivered").asInt()).isEqualTo(4);
    }

    @Test
    void pagesBringEveryLineOnceAndTheLastOneSaysThatItIsTheLast() {
        List<String> references = List.of("A", "B", "C", "D", "E");
        references.forEach(reference -> sold(reference).mailed(2));

        List<String> read = new ArrayList<>();
        Map<String, Object> asked = new HashMap<>(Map.of("limit", 2));
        JsonNode page;
        do {
            page = statement(asked);
            page.path("lines")
                    .forEach(line -> read.add(line.path("supplierOrder").asText()));
            asked.put("after", page.path("next").asLong());
        } while (!page.path("next").isNull());

        assertThat(read).containsExactlyElementsOf(references);
    }

    @Test
    void aVerdictAndASupplierLeaveOutTheOtherLinesAndTheNextPageStaysWithThem() {
        sold("A").mailed(2);
        listed("A", 2, "3.60");
        sold("B").mailed(1);
        listed("B", 2, "3.60");
        sold("C").mailed(1);
        listed("C", 2, "3.60");

        JsonNode first = statement(Map.of("verdict", "NOT_DELIVERED", "limit", 1));
        JsonNode second = statement(Map.of(
                "verdict",
                "NOT_DELIVERED",
                "limit",
                1,
                "after",
                first.path("next").asLong()));

        assertThat(first.at("/lines/0/supplierOrder").asText()).isEqualTo("B");
        assertThat(second.at("/lines/0/supplierOrder").asText()).isEqualTo("C");
        assertThat(statement(Map.of("supplier", "airalo")).path("lines")).isEmpty();
    }

    private SoldOrder sold(String reference) {
        return SoldOrder.bought(jdbc, Optional.of(reference), TEN).handedOver("esim");
    }

    private void listed(String reference, int quantity, String total) {
        listed(reference, quantity, total, "USD");
    }

    private void listed(String reference, int quantity, String total, String currency) {
        SupplierRuns.keep(
                jdbc,
                SupplierRuns.done(jdbc, TEN.minus(Duration.ofHours(1)), TEN),
                reference,
                quantity,
                total,
                currency,
                TEN);
    }

    private static List<String> verdicts(JsonNode statement) {
        return statement.path("lines").findValuesAsText("verdict");
    }

    private JsonNode statement() {
        return statement(Map.of());
    }

    private JsonNode statement(Map<String, Object> asked) {
        return StatementQuery.of(jdbc, LocalDate.of(2026, 7, 1), asked);
    }
}
