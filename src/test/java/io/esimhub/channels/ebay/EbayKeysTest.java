package io.esimhub.channels.ebay;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.testing.MovedClock;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EbayKeysTest {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final EbayKeys keys = new EbayKeys(clock);

    @Test
    void aStormOfForgedIdsNeverKeepsOutAKeyThatEbayGaveUs() throws NoSuchAlgorithmException {
        keys.keep("ebays", Optional.of(key()));
        for (int minute = 0; minute < 180; minute++) {
            for (int forged = 0; forged < 20; forged++) {
                String stranger = UUID.randomUUID().toString();
                if (keys.mayAsk(stranger)) {
                    keys.keep(stranger, Optional.empty());
                }
            }
            clock.move(Duration.ofMinutes(1));
            assertThat(keys.find("ebays").isPresent() || keys.mayAsk("ebays"))
                    .as("minute " + minute)
                    .isTrue();
        }
    }

    @Test
    void onlySoManyUnknownKeysAreAskedForInAMinute() {
        int asked = 0;
        for (int forged = 0; forged < 100; forged++) {
            asked += keys.mayAsk(UUID.randomUUID().toString()) ? 1 : 0;
        }
        assertThat(asked).isEqualTo(10);
        clock.move(Duration.ofMinutes(1));
        assertThat(keys.mayAsk(UUID.randomUUID().toString())).isTrue();
    }

    @Test
    void whileOneAsksForAnOldKeyAnewTheOthersUseIt() throws NoSuchAlgorithmException {
        keys.keep("ebays", Optional.of(key()));
        clock.move(Duration.ofMinutes(61));
        assertThat(keys.find("ebays")).isEmpty();

        assertThat(keys.mayAsk("ebays")).isTrue();

        assertThat(keys.find("ebays").orElseThrow()).isPresent();
    }

    @Test
    void aKeyThatEbayTookBackIsNotUsedAnyMore() throws NoSuchAlgorithmException {
        keys.keep("ebays", Optional.of(key()));
        keys.keep("ebays", Optional.empty());

        assertThat(keys.find("ebays")).contains(Optional.empty());
    }

    private static EbayKey key() throws NoSuchAlgorithmException {
        return new EbayKey(KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic(), "SHA1withECDSA");
    }
}
