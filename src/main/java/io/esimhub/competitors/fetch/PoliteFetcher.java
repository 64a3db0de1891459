package io.esimhub.competitors.fetch;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.RefusedWhy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.springframework.beans.factory.annotation.Autowired;

/** Fetches one page after the site's robots.txt was asked. */
@MonitorPart
public class PoliteFetcher implements AutoCloseable {

    /** What a crawler has to read at least (RFC 9309, 2.5). */
    private static final int ROBOTS_BYTES = 500 * 1024;

    private final CompetitorProperties settings;
    private final WebClient web;
    private final HostManners manners;
    private final Clock clock;
    private final Map<String, RobotsRules> robots = new ConcurrentHashMap<>();

    @Autowired
    public PoliteFetcher(CompetitorProperties settings, Clock clock) {
        this(settings, clock, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    public PoliteFetcher(CompetitorProperties settings, Clock clock, Pause pause) {
        this(settings, clock, pause, new GuardedDns(settings.allowedPrivateHosts()));
    }

    PoliteFetcher(CompetitorProperties settings, Clock clock, Pause pause, GuardedDns dns) {
        this.settings = settings;
        this.clock = clock;
        this.web = new WebClient(settings, dns);
        this.manners = new HostManners(settings.fetching(), clock, pause);
    }

    /** @return a page with status 200 of that kind; its body is at most as long as the settings allow */
    public Page fetch(URI address, PageKind kind, Visit visit) throws PageRefused {
        RobotsRules rules = rules(address, visit);
        if (!rules.allow(address)) {
            throw new PageRefused(address, RefusedWhy.ROBOTS, "the site's robots.txt does not want us there");
        }
        int most = (int) Math.min(settings.fetching().maxBody().toBytes(), Integer.MAX_VALUE - 8L);
        WebAnswer answer = ask(address, kind.accept(), WebClient.Most.orRefuse(most), rules.gap(), visit);
        if (answer.redirect()) {
            throw new PageRefused(
                    address,
                    RefusedWhy.REDIRECT,
                    whereTo(address, answer.location().orElse("")));
        }
        if (answer.status() != 200) {
            throw PageRefused.status(address, answer.status());
        }
        ContentType type = ContentType.parseLenient(answer.contentType());
        if (type == null || !kind.takes(type.getMimeType())) {
            throw new PageRefused(
                    address,
                    RefusedWhy.WRONG_TYPE,
                    "not " + kind.name().toLowerCase(Locale.ROOT) + " by its content type");
        }
        return new Page(address, type, answer.body());
    }

    private RobotsRules rules(URI address, Visit visit) throws PageRefused {
        String site = Addresses.site(address);
        RobotsRules known = robots.get(site);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        RobotsRules now = askForRules(address.resolve("/robots.txt"), visit);
        robots.put(site, now);
        return now;
    }

    /** What cannot be known counts as a no, and is not remembered: the host rests anyway (RFC 9309, 2.3.1.4). */
    private RobotsRules askForRules(URI address, Visit visit) throws PageRefused {
        WebAnswer answer = ask(address, "text/plain", WebClient.Most.orCut(ROBOTS_BYTES), Duration.ZERO, visit);
        var until = clock.instant().plus(settings.fetching().robotsFor());
        if (answer.status() == 200) {
            return RobotsRules.of(
                    address,
                    answer.body(),
                    settings.userAgent(),
                    settings.fetching().longestGap(),
                    until);
        }
        if (answer.redirect()) {
            throw new PageRefused(
                    address,
                    RefusedWhy.ROBOTS,
                    whereTo(address, answer.location().orElse("")));
        }
        if (answer.unwell()) {
            throw new PageRefused(
                    address, RefusedWhy.ROBOTS, "robots.txt cannot be had now: status " + answer.status());
        }
        return RobotsRules.none(until);
    }

    private WebAnswer ask(URI address, String accept, WebClient.Most most, Duration gap, Visit visit)
            throws PageRefused {
        return manners.inTurn(address, gap, () -> {
            visit.asked();
            return web.get(address, accept, most);
        });
    }

    /** Names the host at most: the rest of the target is the page's text. */
    private static String whereTo(URI from, String location) {
        try {
            URI to = from.resolve(location);
            if (to.getHost() == null) {
                return "leads nowhere that could be followed";
            }
            boolean sameHost = Addresses.host(to).equals(Addresses.host(from));
            boolean toTls =
                    "https".equalsIgnoreCase(to.getScheme()) && from.getScheme().equalsIgnoreCase("http");
            return sameHost && toTls
                    ? "the site is at https: begin the address in the settings with it"
                    : "leads to another address at " + Addresses.host(to)
                            + ": if that is the competitor's, put it into the settings";
        } catch (IllegalArgumentException notAnAddress) {
            return "leads nowhere that could be followed";
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
