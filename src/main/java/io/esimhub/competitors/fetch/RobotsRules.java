package io.esimhub.competitors.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What one site asks of us, and until when we take that as known. */
record RobotsRules(BaseRobotRules rules, Instant until) {

    /** There is no robots.txt: everything is allowed (RFC 9309, 2.3.1.3). */
    static RobotsRules none(Instant until) {
        return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), until);
    }

    /** @param longestGap if the site asks for a longer one, it is as if it asked us to stay away */
    static RobotsRules of(URI address, byte[] text, String product, Duration longestGap, Instant until) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(longestGap.toMillis(), 0);
        return new RobotsRules(
                parser.parseContent(address.toString(), text, "text/plain", List.of(product.toLowerCase(Locale.ROOT))),
                until);
    }

    boolean allow(URI address) {
        return rules.isAllowed(address.toString());
    }

    Duration gap() {
        long delay = rules.getCrawlDelay();
        return delay > 0 ? Duration.ofMillis(delay) : Duration.ZERO;
    }
}
