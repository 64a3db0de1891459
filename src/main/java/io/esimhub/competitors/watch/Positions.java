package io.esimhub.competitors.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.Offer;
import io.esimhub.competitors.ours.OurProduct;
import io.esimhub.competitors.ours.OurProducts;
import io.esimhub.competitors.position.Match;
import io.esimhub.competitors.position.Matching;
import io.esimhub.competitors.position.Position;
import io.esimhub.competitors.position.Rates;
import io.esimhub.competitors.position.Standing;
import io.esimhub.competitors.store.Chunks;
import io.esimhub.competitors.store.Statement;
import io.esimhub.competitors.store.Store;
import io.esimhub.competitors.store.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Works out where each of our products stands and writes it down. Our products are in memory meanwhile, the competitors' plans are not. */
@MonitorPart
class Positions {

    private static final int BATCH = 250;

    private final OurProducts ours;
    private final OfferBooks offers;
    private final Alerts alerts;
    private final Store store;
    private final ObjectMapper json;
    private final Clock clock;
    private final Set<String> watched;
    private final Duration maxAge;
    private final Matching matching;
    private final Standing standing;

    Positions(
            OurProducts ours,
            OfferBooks offers,
            Alerts alerts,
            Store store,
            ObjectMapper json,
            Clock clock,
            CompetitorProperties competitors,
            MonitorProperties settings) {
        this.ours = ours;
        this.offers = offers;
        this.alerts = alerts;
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.watched = competitors.shops().values().stream()
                .filter(CompetitorProperties.Competitor::enabled)
                .map(CompetitorProperties.Competitor::name)
                .collect(Collectors.toUnmodifiableSet());
        MonitorProperties.Matching rules = settings.matching();
        this.maxAge = rules.maxAge();
        this.matching = new Matching(rules.dataTolerance(), rules.validityTolerance(), rules.wider());
        this.standing = new Standing(new Rates(settings.base(), settings.rates()));
    }

    /** One at a time: two visits that end together would write over each other. */
    synchronized void workOut() {
        ours.refresh();
        List<OurProduct> products = ours.all();
        Map<Long, Map<String, Match>> best = bestMatches(products);
        List<Position> undercut = new ArrayList<>();
        String now = Times.text(clock.instant());
        for (int from = 0; from < products.size(); from += BATCH) {
            List<Map<String, Object>> entries = new ArrayList<>();
            for (OurProduct product : products.subList(from, Math.min(products.size(), from + BATCH))) {
                Position position = standing.of(
                        product, best.getOrDefault(product.id(), Map.of()).values());
                entries.add(entry(product, position));
                if (position.undercut()) {
                    undercut.add(position);
                }
            }
            for (String chunk : Chunks.of(json, entries)) {
                store.write(List.of(Statement.of("positions-put", now, chunk)));
            }
        }
        store.write(List.of(Statement.of("positions-gone", now)));
        alerts.follow(undercut);
    }

    private Map<Long, Map<String, Match>> bestMatches(List<OurProduct> products) {
        Map<String, List<OurProduct>> byFirstCountry = new HashMap<>();
        for (OurProduct product : products) {
            byFirstCountry
                    .computeIfAbsent(product.countries().first(), country -> new ArrayList<>())
                    .add(product);
        }
        Map<Long, Map<String, Match>> best = new HashMap<>();
        Instant oldest = clock.instant().minus(maxAge);
        offers.each(offer -> {
            if (watched.contains(offer.competitor()) && offer.seenAt().isAfter(oldest)) {
                consider(offer, byFirstCountry, best);
            }
        });
        return best;
    }

    private void consider(
            Offer offer, Map<String, List<OurProduct>> byFirstCountry, Map<Long, Map<String, Match>> best) {
        offer.countries().forEach(country -> byFirstCountry
                .getOrDefault(country, List.of())
                .forEach(product -> consider(product, offer, best)));
    }

    private void consider(OurProduct product, Offer offer, Map<Long, Map<String, Match>> best) {
        matching.of(product, offer).ifPresent(match -> best.computeIfAbsent(product.id(), id -> new TreeMap<>())
                .merge(offer.competitor(), match, BinaryOperator.minBy(Matching.BEST)));
    }

    private Map<String, Object> entry(OurProduct product, Position position) {
        try {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", product.id());
            entry.put("sku", product.sku());
            entry.put("countries", String.join(" ", product.countries()));
            entry.put("undercut", position.undercut() ? 1 : 0);
            entry.put("document", json.writeValueAsString(position));
            return entry;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
