package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Comparisons with a supplier's list that a person asks for, and the statement that follows. */
final class SupplierRun {

    /** When a supplier sold something for the last time; what other classes' tests ordered was sold before this one is loaded. */
    private static Instant sold = Instant.now();

    private SupplierRun() {}

    /** A supplier has just sold something: the next comparison has to wait for its clock. */
    static void sold() {
        sold = Instant.now();
    }

    static JsonNode statement(String verdict) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return RunningHub.CALLS.get(
                "/api/v1/ops/statement?limit=1000&from=" + today.minusDays(1) + "&to=" + today + "&verdict=" + verdict);
    }

    /** Over the last hour. */
    static JsonNode over(String supplier) {
        return over(supplier, Instant.now().minusSeconds(3600));
    }

    static JsonNode over(String supplier, Instant from) {
        // the supplier's clock is told in whole seconds
        Instant settled = sold.plusMillis(1200);
        Instant now = Waiting.until(Instant::now, time -> time.isAfter(settled));
        Calls.Answer answer = RunningHub.CALLS.ops(
                "POST",
                "/api/v1/ops/reconciliations",
                """
                {"kind":"supplier","party":"%s","from":"%s","to":"%s"}"""
                        .formatted(supplier, from, now.plusSeconds(60)));
        assertThat(answer.status()).isEqualTo(202);
        String id = answer.body().path("id").asText();
        return Waiting.until(
                () -> RunningHub.CALLS.get("/api/v1/ops/reconciliations/" + id),
                shown -> shown.path("state").asText().equals("DONE"));
    }

    /** The latest of its kind. */
    static JsonNode breakOf(JsonNode run, String kind) {
        List<JsonNode> found = StreamSupport.stream(run.path("breaks").spliterator(), false)
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
        assertThat(found).as(run.toString()).isNotEmpty();
        return found.get(found.size() - 1);
    }
}
