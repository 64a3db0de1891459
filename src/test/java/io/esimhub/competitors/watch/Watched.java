package io.esimhub.competitors.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.esimhub.competitors.Collected;
import io.esimhub.competitors.Collector;
import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.Offer;
import io.esimhub.competitors.Settings;
import io.esimhub.competitors.ours.FixedProducts;
import io.esimhub.competitors.ours.OurProduct;
import io.esimhub.competitors.ours.OurProducts;
import io.esimhub.competitors.position.Plans;
import io.esimhub.competitors.store.Statement;
import io.esimhub.competitors.store.Store;
import io.esimhub.testing.MovedClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The monitor over a store, without a process around it: what competitors answer and what time it is says the test. */
public final class Watched {

    public final Store store;
    final Visitor visitor;
    final Visits visits;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    volatile Collector collector = competitor -> new Collected.Drift("nowhere", "nothing yet");
    private final MovedClock clock = new MovedClock(Instant.parse("2026-07-01T10:00:00Z"));

    public Watched(Store store, Map<String, String> settings, List<OurProduct> products) {
        this.store = store;
        ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        MonitorProperties monitor = Settings.monitor(settings);
        CompetitorProperties competitors = Settings.competitors("bargain", "deals");
        OfferBooks books = new OfferBooks(store, json);
        OurProducts ours = new FixedProducts(products);
        Positions positions = new Positions(
                ours, books, new Alerts(store, clock, monitor, meters), store, json, clock, competitors, monitor);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("collector", (Collector) competitor -> collector.collect(competitor));
        visitor = new Visitor(beans.getBeanProvider(Collector.class), books, positions, store, clock, monitor);
        visits = new Visits(competitors, monitor, visitor, meters, clock);
    }

    Visit visit(String competitor) {
        return visitor.visit(Settings.competitors(competitor).shops().get(competitor), null);
    }

    public Visit visitFinding(Offer... offers) {
        collector = competitor -> new Collected.Offers(List.of(offers), List.of(), 1);
        return visit("bargain");
    }

    public void later(Duration time) {
        clock.move(time);
    }

    List<Map<String, Object>> runs() {
        return store.query(Statement.of("runs", "bargain", Long.MAX_VALUE, null, null, 100));
    }

    List<Map<String, Object>> offers() {
        return store.query(Statement.of("offers", "bargain", 0, null, null, 100));
    }

    List<Map<String, Object>> history(String externalId) {
        return store.query(
                Statement.of("plan-history", "[{\"competitor\":\"bargain\",\"externalId\":\"" + externalId + "\"}]"));
    }

    List<Map<String, Object>> alerts(String state) {
        return store.query(Statement.of("alerts", Long.MAX_VALUE, state, state, 100));
    }

    List<Map<String, Object>> positions(String country, String undercut) {
        return store.query(Statement.of("positions", 0, country, country, undercut, undercut, 100));
    }

    public static Offer plan(String id, String price) {
        return Plans.offer("bargain", id, Set.of("JP"), 5000L, 30, price, "USD");
    }
}
