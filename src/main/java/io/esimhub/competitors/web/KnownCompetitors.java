package io.esimhub.competitors.web;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.CompetitorProperties.Competitor;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.operations.web.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The competitors of the settings. */
@MonitorPart
class KnownCompetitors {

    private final CompetitorProperties settings;

    KnownCompetitors(CompetitorProperties settings) {
        this.settings = settings;
    }

    /** @throws Problem 404 */
    Competitor named(String name) {
        Competitor competitor = name == null ? null : settings.shops().get(name);
        if (competitor == null) {
            throw Problem.notFound("no-such-competitor", "There is no such competitor in the settings.");
        }
        return competitor;
    }

    List<Competitor> all() {
        Collection<Competitor> shops = settings.shops().values();
        return shops.stream().sorted(Comparator.comparing(Competitor::name)).toList();
    }
}
