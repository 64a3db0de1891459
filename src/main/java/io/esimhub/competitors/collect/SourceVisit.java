package io.esimhub.competitors.collect;

import io.esimhub.competitors.CompetitorProperties.Type;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.extract.RawItem;
import io.esimhub.competitors.fetch.Page;
import io.esimhub.competitors.fetch.PageRefused;
import io.esimhub.competitors.fetch.PoliteFetcher;
import io.esimhub.competitors.fetch.Sitemaps;
import io.esimhub.competitors.fetch.Visit;
import java.net.URI;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;

/** Reads all pages of one source. */
class SourceVisit {

    private final PoliteFetcher fetcher;
    private final Sitemaps sitemaps;
    private final Clock clock;

    SourceVisit(PoliteFetcher fetcher, Sitemaps sitemaps, Clock clock) {
        this.fetcher = fetcher;
        this.sitemaps = sitemaps;
        this.clock = clock;
    }

    Tally read(ConfiguredSource source, OfferReader reader, Visit visit) throws PageRefused, PageChanged {
        Tally tally = new Tally();
        boolean listed = source.settings().type() == Type.SITEMAP;
        for (URI address : listed ? pages(source, visit) : List.of(source.address())) {
            try {
                read(fetcher.fetch(address, source.kind(), visit), source, reader, tally);
            } catch (PageRefused refused) {
                if (!listed || !refused.gone()) {
                    throw refused;
                }
                tally.gone(address);
            }
        }
        tally.believe(source.address());
        return tally;
    }

    private List<URI> pages(ConfiguredSource source, Visit visit) throws PageRefused, PageChanged {
        List<URI> pages = sitemaps.pages(
                source.address(), source.followed(), source.settings().follow().most(), visit);
        if (pages.isEmpty()) {
            throw new PageChanged(source.address(), "follow.pages matches nothing in the sitemap");
        }
        return pages;
    }

    private void read(Page page, ConfiguredSource source, OfferReader reader, Tally tally) throws PageRefused {
        int before = tally.items();
        int most = source.settings().limits().items();
        Iterator<RawItem> items = source.items().in(page).iterator();
        while (items.hasNext()) {
            if (tally.items() == most) {
                throw new PageRefused(
                        page.address(),
                        RefusedWhy.TOO_LONG,
                        "more than " + most + " items; limits.items allows no more");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new PageRefused(
                        page.address(), RefusedWhy.TIMEOUT, "the visit was ended while the page was read");
            }
            RawItem item = items.next();
            tally.item(item, reader.read(item, page.address(), clock.instant()));
        }
        tally.page(tally.items() - before);
    }
}
