package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSurvivalTest {

    private static final String AT_ONCE = "redteago.allocation-delay=0s";

    @TempDir
    private Path folder;

    @Test
    void what_was_sold_is_known_after_a_restart() throws IOException {
        JsonNode before;
        JsonNode order;
        try (RunningSandbox sandbox = new RunningSandbox(folder, AT_ONCE)) {
            new EsimGoBuyer(sandbox).buy("esim_1GB_7D_GB_V2", 2);
            order = new RedteagoBuyer(sandbox).order("t-1", "ZZ_1_7", 1);
            before = sandbox.json("/sandbox/ledger");
            assertThat(before).hasSize(2);
        }
        try (RunningSandbox sandbox = new RunningSandbox(folder, AT_ONCE)) {
            assertThat(sandbox.json("/sandbox/ledger")).isEqualTo(before);
            assertThat(new RedteagoBuyer(sandbox).order("t-1", "ZZ_1_7", 1).path("obj"))
                    .as("the same transaction is still the same order")
                    .isEqualTo(order.path("obj"));
            assertThat(sandbox.json("/sandbox/ledger")).hasSize(2);
        }
    }

    @Test
    void what_was_cancelled_stays_paid_back_after_a_restart() throws IOException {
        try (RunningSandbox sandbox = new RunningSandbox(folder, AT_ONCE)) {
            RedteagoBuyer buyer = new RedteagoBuyer(sandbox);
            String orderNo =
                    buyer.order("t-1", "ZZ_1_7", 2).path("obj").path("orderNo").asText();
            String esim = buyer.query("'orderNo':'" + orderNo + "'")
                    .findValue("esimTranNo")
                    .asText();
            buyer.call("/esim/cancel", "{'esimTranNo':'" + esim + "'}");
        }
        try (RunningSandbox sandbox = new RunningSandbox(folder, AT_ONCE)) {
            JsonNode summary = sandbox.json("/sandbox/ledger/summary").path("redteago");
            assertThat(summary.path("cancelled").asInt()).isEqualTo(1);
            assertThat(summary.path("spent").decimalValue()).isEqualByComparingTo("1.50");
        }
    }

    @Test
    void a_torn_last_line_is_skipped_and_does_not_spoil_the_next() throws IOException {
        try (RunningSandbox sandbox = new RunningSandbox(folder)) {
            new EsimGoBuyer(sandbox).buy("whole", 1);
        }
        Files.writeString(folder.resolve("ledger.jsonl"), "{\"entry\":\"purchase\",\"suppl", StandardOpenOption.APPEND);
        try (RunningSandbox sandbox = new RunningSandbox(folder)) {
            assertThat(sandbox.json("/sandbox/ledger").findValuesAsText("bundle"))
                    .containsExactly("whole");
            new EsimGoBuyer(sandbox).buy("next", 1);
        }
        try (RunningSandbox sandbox = new RunningSandbox(folder)) {
            assertThat(sandbox.json("/sandbox/ledger").findValuesAsText("bundle"))
                    .containsExactly("whole", "next");
        }
    }

    @Test
    void a_purchase_is_on_disk_when_its_answer_is_out() throws IOException {
        try (RunningSandbox sandbox = new RunningSandbox(folder)) {
            String reference = RunningSandbox.read(new EsimGoBuyer(sandbox).buy("written", 1))
                    .required("orderReference")
                    .asText();

            assertThat(folder.resolve("ledger.jsonl")).content().contains(reference);
        }
    }

    @Test
    void alone_it_starts_nothing_of_the_hub() {
        try (RunningSandbox sandbox = new RunningSandbox(folder)) {
            assertThat(sandbox.context().getBeanNamesForType(DataSource.class)).isEmpty();
            assertThat(sandbox.context().getBeanNamesForType(CamelContext.class))
                    .isEmpty();
            assertThat(sandbox.context().containsBean("springSecurityFilterChain"))
                    .isFalse();
        }
    }
}
