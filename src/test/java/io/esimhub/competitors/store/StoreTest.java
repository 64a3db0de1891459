package io.esimhub.competitors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorProperties.D1;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class StoreTest {

    private static final Statement RUN = run("bargain", "x");

    @TempDir
    Path folder;

    private static Statement run(String competitor, String detail) {
        String now = Times.text(Instant.parse("2026-07-01T10:00:00Z"));
        return Statement.of("run-new", competitor, null, now, now, 5, "OFFERS", 1, 0, 2, detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "d1"})
    void whatIsWrittenIsReadBackWithNumbersAsNumbers(String type) {
        try (FakeD1 d1 = new FakeD1()) {
            Store store = store(type, d1);
            store.write(List.of(RUN));
            Map<String, Object> row = store.query(Statement.of("runs", "bargain", Long.MAX_VALUE, null, null, 10))
                    .get(0);
            assertThat(((Number) row.get("durationMs")).intValue()).isEqualTo(5);
            assertThat(row.get("askedBy")).isNull();
            assertThat(row.get("startedAt")).isEqualTo("2026-07-01T10:00:00.000Z");
            assertThat(store.size()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "d1"})
    void aBatchIsWrittenWholeOrNotAtAll(String type) {
        try (FakeD1 d1 = new FakeD1()) {
            Store store = store(type, d1);
            assertThatThrownBy(() -> store.write(List.of(RUN, run(null, "no competitor"))))
                    .isInstanceOf(StoreDown.class);
            assertThat(store.query(Statement.of("runs", "bargain", Long.MAX_VALUE, null, null, 10)))
                    .isEmpty();
        }
    }

    @Test
    void aFileThatIsFullRefusesAndIsStillRead() {
        Store store = Stores.sqlite(folder.resolve("full.db"), DataSize.ofKilobytes(96));
        store.write(List.of(RUN));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 500; i++) {
                        store.write(List.of(run("bargain", "x".repeat(2000))));
                    }
                })
                .isInstanceOf(StoreDown.class)
                .hasMessageContaining("full");
        assertThat(store.query(Statement.of("runs", "bargain", 2, null, null, 10)))
                .hasSize(1);
        assertThat(folder.resolve("full.db"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(96 * 1024));
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidToBeNone() throws IOException {
        Path file = folder.resolve("torn.db");
        Files.writeString(file, "this is not a database, and never was one. ".repeat(50));
        assertThatThrownBy(() -> Stores.sqlite(file).size())
                .isInstanceOf(StoreDown.class)
                .hasMessageContaining("not a database");
    }

    @Test
    void aFileThatCannotBeMadeIsMadeOnceItsFolderCan() throws IOException {
        Path inTheWay = folder.resolve("way");
        Files.writeString(inTheWay, "a file");
        Store store = Stores.sqlite(inTheWay.resolve("monitor.db"));
        assertThatThrownBy(store::size).isInstanceOf(StoreDown.class);

        Files.delete(inTheWay);

        assertThat(store.size()).isPositive();
    }

    @Test
    void d1IsNotAskedWithoutItsSettingsAndSaysWhichTokenIsRefused() {
        try (FakeD1 d1 = new FakeD1()) {
            D1 incomplete = d1.settings("");
            assertThatThrownBy(() -> new D1Store(incomplete, new ObjectMapper()).size())
                    .isInstanceOf(StoreDown.class)
                    .hasMessageContaining("token");
            assertThatThrownBy(() -> new D1Store(d1.settings("stolen"), new ObjectMapper()).size())
                    .isInstanceOf(StoreDown.class)
                    .hasMessageContaining("401")
                    .hasMessageNotContaining("stolen");
        }
    }

    private Store store(String type, FakeD1 d1) {
        return "d1".equals(type) ? Stores.d1(d1) : Stores.sqlite(folder.resolve("monitor.db"));
    }
}
