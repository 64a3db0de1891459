package io.esimhub.operations.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.esimhub.testing.TestDatabase;
import io.esimhub.testing.TestDatabases;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes of the hub on one database. */
class SharedWorkTest {

    private static final String QUEUE = "parcels";
    private static final int ITEMS = 400;

    private final TestDatabase database = TestDatabases.create();
    private final WorkProcess one = new WorkProcess(database.dataSource());
    private final WorkProcess other = new WorkProcess(database.dataSource());
    private final Map<WorkProcess, List<String>> runs = new ConcurrentHashMap<>();

    @BeforeEach
    void bothTakeTheSameQueue() {
        for (WorkProcess process : List.of(one, other)) {
            runs.put(process, new CopyOnWriteArrayList<>());
            process.handle(QUEUE, item -> {
                runs.get(process).add(item.key());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                return new WorkResult.Done();
            });
        }
    }

    @AfterEach
    void bothStop() {
        one.close();
        other.close();
        database.close();
    }

    @Test
    void bothTakeWorkAndNoItemIsRunTwice() {
        IntStream.range(0, ITEMS).forEach(i -> one.queue().enqueue(QUEUE, "item:" + i, "payload", Duration.ZERO));

        one.start();
        other.start();

        awaitAllDone();
        assertEachRanOnce();
        assertThat(runs.get(one)).isNotEmpty();
        assertThat(runs.get(other)).isNotEmpty();
    }

    @Test
    void whatOneProcessRunsAtOnceTheOtherLeavesAlone() {
        one.start();
        other.start();

        IntStream.range(0, ITEMS).forEach(i -> one.queue().enqueueAndRun(QUEUE, "item:" + i, "payload", null));

        awaitAllDone();
        assertEachRanOnce();
    }

    @Test
    void theSameCauseWrittenDownByBothIsOneItem() {
        IntStream.range(0, ITEMS).forEach(i -> {
            boolean first = one.queue().enqueue(QUEUE, "item:" + i, "payload", Duration.ZERO);
            boolean second = other.queue().enqueue(QUEUE, "item:" + i, "payload", Duration.ZERO);
            assertThat(List.of(first, second)).containsExactly(true, false);
        });

        one.start();
        other.start();

        awaitAllDone();
        assertEachRanOnce();
    }

    private void awaitAllDone() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.jdbc()
                                .sql("select count(*) from operations.work")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private void assertEachRanOnce() {
        List<String> all = runs.values().stream().flatMap(List::stream).toList();
        assertThat(all.stream().filter(key -> Collections.frequency(all, key) > 1))
                .as("run more than once")
                .isEmpty();
        assertThat(all).hasSize(ITEMS);
    }
}
