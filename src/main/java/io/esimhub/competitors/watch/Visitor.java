package io.esimhub.competitors.watch;

import io.esimhub.competitors.Collected;
import io.esimhub.competitors.Collector;
import io.esimhub.competitors.CompetitorProperties.Competitor;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.store.Store;
import io.esimhub.competitors.watch.Visit.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** One visit from its beginning to its row in the books. It throws nothing, whatever a page, the collector or the store does. */
@MonitorPart
class Visitor {

    private static final Logger LOG = LoggerFactory.getLogger(Visitor.class);

    private final ObjectProvider<Collector> collector;
    private final OfferBooks books;
    private final Positions positions;
    private final Store store;
    private final Clock clock;
    private final Duration keep;

    Visitor(
            ObjectProvider<Collector> collector,
            OfferBooks books,
            Positions positions,
            Store store,
            Clock clock,
            MonitorProperties settings) {
        this.collector = collector;
        this.books = books;
        this.positions = positions;
        this.store = store;
        this.clock = clock;
        this.keep = settings.store().keep();
    }

    Visit visit(Competitor competitor, String askedBy) {
        Instant started = clock.instant();
        aside("old prices stay longer", () -> books.thin(started.minus(keep))); // before: a full store needs the room
        try {
            Collected collected = collector.getObject().collect(competitor);
            Visit visit = visitOf(competitor.name(), askedBy, started, collected);
            if (collected instanceof Collected.Offers offers) {
                books.keep(competitor.name(), offers.offers(), visit.endedAt(), visit.row());
            } else {
                LOG.warn("{}: {}: {}", competitor.name(), visit.result(), visit.detail());
                store.write(List.of(visit.row()));
            }
            aside("positions are as they were", positions::workOut);
            return visit;
        } catch (Throwable failure) { // a page that needs more memory than there is ends here, too
            return failed(competitor.name(), askedBy, started, failure);
        }
    }

    private Visit visitOf(String name, String by, Instant started, Collected collected) {
        Instant now = clock.instant();
        if (collected instanceof Collected.Offers offers) {
            String left = offers.skipped().isEmpty() ? null : String.join("; ", offers.skipped());
            return new Visit(
                    name,
                    by,
                    started,
                    now,
                    Result.OFFERS,
                    offers.offers().size(),
                    offers.skipped().size(),
                    offers.requests(),
                    left);
        }
        if (collected instanceof Collected.Drift drift) {
            return new Visit(
                    name, by, started, now, Result.DRIFT, 0, 0, drift.requests(), drift.source() + ": " + drift.what());
        }
        Collected.Refused refused = (Collected.Refused) collected;
        String detail = refused.why() + " at " + refused.source() + ": " + refused.detail();
        return new Visit(name, by, started, now, Result.REFUSED, 0, 0, refused.requests(), detail);
    }

    /** What a visit was is not changed by what comes of it. */
    private static void aside(String otherwise, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("{}: {}", otherwise, failure.getMessage());
        }
    }

    private Visit failed(String name, String by, Instant started, Throwable failure) {
        boolean interrupted = Thread.interrupted();
        String what = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        LOG.warn("{}: the visit failed: {}", name, what);
        Visit visit = new Visit(
                name, by, started, clock.instant(), interrupted ? Result.INTERRUPTED : Result.FAILED, 0, 0, 0, what);
        try {
            store.write(List.of(visit.row()));
        } catch (RuntimeException alsoDown) {
            LOG.warn("{}: the failure cannot be written down: {}", name, alsoDown.getMessage());
        }
        return visit;
    }
}
