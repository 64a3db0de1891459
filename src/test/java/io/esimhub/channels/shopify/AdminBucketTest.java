package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdminBucketTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void anEmptyBucketIsWaitedForAndFillsByItself() throws IOException {
        AdminBucket bucket = AdminBucket.of(
                        new ObjectMapper()
                                .readTree(
                                        "{\"extensions\":{\"cost\":{\"throttleStatus\":{\"maximumAvailable\":1000,\"currentlyAvailable\":0,\"restoreRate\":50}}}}"),
                        NOW)
                .orElseThrow();

        assertThat(bucket.closedUntil(NOW)).contains(NOW.plusSeconds(1));
        assertThat(bucket.closedUntil(NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void anAnswerThatSaysNothingOfCostsIsNoReasonToWait() throws IOException {
        assertThat(AdminBucket.of(new ObjectMapper().readTree("{\"data\":{}}"), NOW))
                .isEmpty();
    }
}
