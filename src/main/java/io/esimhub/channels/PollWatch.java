package io.esimhub.channels;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Knows when each channel's list was last read, and raises an alarm when that is long ago: what a notification lost is not found then. */
@Component
class PollWatch {

    private static final String CASE = "channel-away";
    private static final String LAST = "polled";
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final ChannelCursors cursors;
    private final Cases cases;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Instant started;

    PollWatch(ChannelCursors cursors, Cases cases, MeterRegistry meters, Clock clock) {
        this.cursors = cursors;
        this.cases = cases;
        this.meters = meters;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Shows the age as {@code hub_channel_poll_age_seconds}. */
    public void watch(String channel, String account) {
        Gauge.builder("hub.channel.poll.age", () -> age(channel, account).toSeconds())
                .tag("channel", channel)
                .baseUnit("seconds")
                .register(meters);
    }

    public void succeeded(String channel, String account) {
        cursors.advance(channel, account, LAST, clock.instant());
        cases.close(CASE, channel, "poll-" + channel, "the list was read again");
    }

    public void failed(String channel, String account, Exception error) {
        if (age(channel, account).compareTo(LONG_AGO) > 0) {
            cases.open(CaseReport.of(CASE, "POLL_FAILS", channel)
                    .failed(1, error.getClass().getSimpleName() + ": its list could not be read for an hour"));
        }
    }

    private Duration age(String channel, String account) {
        return Duration.between(cursors.position(channel, account, LAST).orElse(started), clock.instant());
    }
}
