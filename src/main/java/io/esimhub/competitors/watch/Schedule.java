package io.esimhub.competitors.watch;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.CompetitorProperties.Competitor;
import io.esimhub.competitors.MonitorPart;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.CronExpression;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One route for each competitor, made of the template {@code visit-competitor}, so that each is seen and can be stopped in Hawtio. */
@MonitorPart
public class Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final String TEMPLATE = "visit-competitor";

    private final CamelContext camel;
    private final QuartzComponent quartz;
    private final CompetitorProperties competitors;
    private final Clock clock;

    Schedule(CamelContext camel, QuartzComponent competitorsQuartz, CompetitorProperties competitors, Clock clock) {
        this.camel = camel;
        this.quartz = competitorsQuartz;
        this.competitors = competitors;
        this.clock = clock;
    }

    /** The next planned time; empty if there is none or the expression cannot be read. */
    public Optional<Instant> next(Competitor competitor) {
        try {
            CronExpression cron = new CronExpression(competitor.cron());
            cron.setTimeZone(TimeZone.getTimeZone(competitor.zone()));
            Date next = competitor.enabled() ? cron.getNextValidTimeAfter(Date.from(clock.instant())) : null;
            return Optional.ofNullable(next).map(Date::toInstant);
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    void begin() throws SchedulerException {
        for (Competitor competitor : competitors.shops().values()) {
            if (competitor.enabled()) {
                plan(competitor);
            }
        }
        if (quartz.getScheduler() != null) {
            quartz.getScheduler().start();
        }
    }

    void end() throws SchedulerException {
        if (quartz.getScheduler() != null) {
            quartz.getScheduler().standby();
        }
    }

    private void plan(Competitor competitor) {
        String route = TEMPLATE + "-" + competitor.name();
        if (camel.getRoute(route) != null) {
            return;
        }
        if (next(competitor).isEmpty()) {
            LOG.error(
                    "{} is never visited: its cron expression cannot be read, or names no time to come",
                    competitor.name());
            return;
        }
        TemplatedRouteBuilder.builder(camel, TEMPLATE)
                .routeId(route)
                .prefixId(competitor.name())
                .parameter("competitor", competitor.name())
                .parameter("cron", competitor.cron())
                .parameter("zone", competitor.zone().getId())
                .add();
    }
}
