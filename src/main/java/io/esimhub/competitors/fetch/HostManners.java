package io.esimhub.competitors.fetch;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.model.HttpTime;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One request at a time to a host, with a gap after each, and none while it is put to rest. */
class HostManners {

    /** Sends the request. */
    @FunctionalInterface
    interface Call {
        WebAnswer send() throws PageRefused;
    }

    private final CompetitorProperties.Fetching settings;
    private final Clock clock;
    private final Pause pause;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    HostManners(CompetitorProperties.Fetching settings, Clock clock, Pause pause) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
    }

    /** @param gap since the host's last answer; the settings' gap if that is longer */
    WebAnswer inTurn(URI address, Duration gap, Call call) throws PageRefused {
        Host host = hosts.computeIfAbsent(Addresses.host(address), name -> new Host(settings));
        try {
            host.turn().lockInterruptibly();
            try {
                return ask(host, address, gap.compareTo(settings.gap()) > 0 ? gap : settings.gap(), call);
            } finally {
                host.turn().unlock();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PageRefused(address, RefusedWhy.TIMEOUT, "the visit was ended before it was this page's turn");
        }
    }

    private WebAnswer ask(Host host, URI address, Duration gap, Call call) throws PageRefused, InterruptedException {
        host.refuseRest(address, clock.instant());
        Duration wait = host.untilGapIsOver(gap, clock.instant());
        if (!wait.isZero()) {
            pause.last(wait);
        }
        try {
            WebAnswer answer = call.send();
            if (answer.unwell()) {
                host.failed(asked(answer), clock.instant());
            } else {
                host.answered(clock.instant());
            }
            return answer;
        } catch (PageRefused refused) {
            if (refused.why() == RefusedWhy.TIMEOUT || refused.why() == RefusedWhy.UNREACHABLE) {
                host.failed(Duration.ZERO, clock.instant());
            } else {
                host.answered(clock.instant());
            }
            throw refused;
        }
    }

    /** Zero if the host does not say how long it wants to be left alone. */
    private Duration asked(WebAnswer answer) {
        return answer.retryAfter()
                .flatMap(header -> HttpTime.retryAfter(header, clock.instant()))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }
}
