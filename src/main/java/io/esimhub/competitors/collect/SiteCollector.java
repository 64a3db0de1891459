package io.esimhub.competitors.collect;

import io.esimhub.competitors.Collected;
import io.esimhub.competitors.Collector;
import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.CompetitorProperties.Competitor;
import io.esimhub.competitors.CompetitorProperties.Source;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.Offer;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.fetch.PageRefused;
import io.esimhub.competitors.fetch.PoliteFetcher;
import io.esimhub.competitors.fetch.Sitemaps;
import io.esimhub.competitors.fetch.Visit;
import io.esimhub.competitors.offers.CountryNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Visits all sources of a competitor, one after the other. */
@MonitorPart
public class SiteCollector implements Collector {

    private static final Logger LOG = LoggerFactory.getLogger(SiteCollector.class);
    private static final int MOST_SKIPPED = 100;

    private final CompetitorProperties settings;
    private final SourceVisit sources;

    /** Whom the settings do not let us visit is not visited, which is said at once; orders must not wait for a selector to be mended. */
    public SiteCollector(CompetitorProperties settings, PoliteFetcher fetcher, Clock clock) {
        this.settings = settings;
        settings.shops().values().stream().filter(Competitor::enabled).forEach(shop -> SettingsCheck.objection(
                        settings, shop)
                .ifPresent(why -> LOG.warn("{} is not visited: {}", shop.name(), why)));
        this.sources = new SourceVisit(
                fetcher,
                new Sitemaps(fetcher, (int) settings.fetching().maxBody().toBytes()),
                clock);
    }

    @Override
    public Collected collect(Competitor competitor) {
        Optional<String> objection = SettingsCheck.objection(settings, competitor);
        if (objection.isPresent()) {
            return new Collected.Refused(competitor.name(), RefusedWhy.SETTINGS, objection.get());
        }
        Visit visit = new Visit();
        try {
            return visit(competitor, visit);
        } catch (PageRefused refused) {
            return refused.outcome().after(visit.requests());
        } catch (PageChanged changed) {
            return changed.outcome().after(visit.requests());
        } catch (RuntimeException | StackOverflowError unexpected) {
            // a library stumbled over a page that nobody thought of; the page's text may be in the message
            LOG.warn(
                    "visit to {} failed: {}",
                    competitor.name(),
                    unexpected.getClass().getName());
            return new Collected.Refused(
                    competitor.name(),
                    RefusedWhy.MALFORMED,
                    "cannot be read: " + unexpected.getClass().getSimpleName(),
                    visit.requests());
        }
    }

    private Collected visit(Competitor competitor, Visit visit) throws PageRefused, PageChanged {
        Map<String, Offer> offers = new LinkedHashMap<>();
        List<String> skipped = new ArrayList<>();
        CountryNames countries = new CountryNames(settings.regions());
        for (Source source : competitor.sources()) {
            OfferReader reader = new OfferReader(competitor.name(), source, countries);
            Tally tally = sources.read(ConfiguredSource.of(source), reader, visit);
            skipped.addAll(tally.skipped());
            for (Offer offer : tally.offers()) {
                if (offers.putIfAbsent(offer.externalId(), offer) != null) {
                    skipped.add("plan " + offer.externalId() + ": an earlier source has one of this id");
                }
            }
        }
        return new Collected.Offers(
                List.copyOf(offers.values()),
                skipped.stream().limit(MOST_SKIPPED).toList(),
                visit.requests());
    }
}
