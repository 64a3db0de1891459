package io.esimhub.flow;

import io.esimhub.competitors.Collected;
import io.esimhub.competitors.Collector;
import io.esimhub.competitors.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Competitors whose visits go as badly as a visit can; no page is fetched. */
@TestConfiguration
class ScriptedCompetitors {

    static final List<String> NAMES = List.of("hanging", "throwing", "greedy", "endless", "honest");

    private final CountDownLatch never = new CountDownLatch(1);

    @Bean
    @Primary
    Collector scriptedCompetitors() {
        return competitor -> switch (competitor.name()) {
            case "hanging" -> hang();
            case "throwing" -> throw new StackOverflowError("as if a page were nested too deep");
            case "greedy" -> throw new OutOfMemoryError("heap of " + biggerThanAnyHeap().length);
            case "endless" -> offers(competitor.name(), 1000, "x".repeat(300));
            default -> offers(competitor.name(), 1, "Japan 5 GB");
        };
    }

    /** Also takes no notice of an interrupt. */
    private Collected hang() {
        while (true) {
            try {
                never.await();
            } catch (InterruptedException asIfNothingWere) {
                // a thread that cannot be ended
            }
        }
    }

    private static long[] biggerThanAnyHeap() {
        long[][] rows = new long[8][];
        Arrays.setAll(rows, i -> new long[Integer.MAX_VALUE]);
        return rows[0];
    }

    private static Collected offers(String competitor, int many, String title) {
        return new Collected.Offers(
                IntStream.range(0, many)
                        .mapToObj(i -> new Offer(
                                competitor,
                                "plan-" + i,
                                title,
                                null,
                                new TreeSet<>(List.of("JP")),
                                5000L,
                                30,
                                new BigDecimal("9.50"),
                                "USD",
                                Instant.EPOCH))
                        .toList(),
                List.of(),
                1);
    }
}
