package io.esimhub.sandbox.storefront;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An order in a channel's own books. Each change moves its time by at least a second, as channels count in seconds. */
public final class MarketOrder {

    /** @param units by line */
    public record Shipment(String id, Map<String, Integer> units, String carrier, String tracking, Instant at) {}

    /** @param units by line; empty if only money went back */
    public record Refund(String id, Map<String, Integer> units, BigDecimal amount, Instant at) {}

    private final String channel;
    private final String shop;
    private final String id;
    private final String name;
    private final String email;
    private final String buyer;
    private final boolean test;
    private final Instant createdAt;
    private final List<MarketLine> lines;
    private final List<Shipment> shipments = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final Runnable afterChange;
    private Instant updatedAt;
    private boolean paid;
    private boolean cancelled;

    MarketOrder(
            String channel,
            String shop,
            String id,
            String name,
            String email,
            String buyer,
            boolean paid,
            boolean test,
            Instant createdAt,
            List<MarketLine> lines,
            Runnable afterChange) {
        this.channel = channel;
        this.shop = shop;
        this.id = id;
        this.name = name;
        this.email = email;
        this.buyer = buyer;
        this.paid = paid;
        this.test = test;
        this.createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        this.updatedAt = this.createdAt;
        this.lines = List.copyOf(lines);
        this.afterChange = afterChange;
    }

    public String channel() {
        return channel;
    }

    public String shop() {
        return shop;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Empty: the channel tells none. */
    public Optional<String> email() {
        return Optional.ofNullable(email).filter(text -> !text.isEmpty());
    }

    public String buyer() {
        return buyer;
    }

    public boolean test() {
        return test;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<MarketLine> lines() {
        return lines;
    }

    public synchronized Instant updatedAt() {
        return updatedAt;
    }

    public synchronized boolean paid() {
        return paid;
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    public synchronized List<Shipment> shipments() {
        return List.copyOf(shipments);
    }

    public synchronized List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    public Optional<MarketLine> line(String lineId) {
        return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
    }

    /** Goods that are posted. */
    public boolean requiresShipping() {
        return lines.stream().anyMatch(line -> line.sku().startsWith("SIM-"));
    }

    public synchronized BigDecimal total() {
        return lines.stream()
                .map(line -> line.price().multiply(BigDecimal.valueOf(line.current())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public synchronized boolean fulfilled() {
        return lines.stream().allMatch(line -> line.remaining() == 0)
                && lines.stream().anyMatch(line -> line.fulfilled() > 0);
    }

    public synchronized boolean touched() {
        return lines.stream().anyMatch(line -> line.fulfilled() > 0);
    }

    public synchronized void pay(Instant now) {
        paid = true;
        changed(now);
    }

    public synchronized void cancel(Instant now) {
        cancelled = true;
        changed(now);
    }

    /** @param quantities by line: what is owed from now on */
    public synchronized void edit(Map<String, Integer> quantities, Instant now) {
        quantities.forEach((lineId, quantity) -> line(lineId).orElseThrow().edit(quantity));
        changed(now);
    }

    public synchronized Refund refund(String refundId, Map<String, Integer> units, BigDecimal amount, Instant now) {
        units.forEach((lineId, quantity) -> line(lineId).orElseThrow().refund(quantity));
        changed(now);
        Refund refund = new Refund(refundId, new LinkedHashMap<>(units), amount, updatedAt);
        refunds.add(refund);
        return refund;
    }

    /**
     * The seller says that units were sent.
     *
     * @return the objection of the first line that has less left, if one has: then nothing is changed
     */
    public synchronized Optional<String> fulfil(
            Map<String, Integer> units, String carrier, String tracking, Supplier<String> shipmentId, Instant now) {
        for (Map.Entry<String, Integer> each : units.entrySet()) {
            Optional<MarketLine> line = line(each.getKey());
            if (line.isEmpty()
                    || each.getValue() < 1
                    || each.getValue() > line.get().remaining()) {
                return Optional.of(each.getKey());
            }
        }
        units.forEach((lineId, quantity) -> line(lineId).orElseThrow().fulfil(quantity));
        shipments.add(new Shipment(shipmentId.get(), new LinkedHashMap<>(units), carrier, tracking, now));
        changed(now);
        return Optional.empty();
    }

    /** As if nobody had ever said that anything was sent. */
    synchronized void forgetFulfillment(Instant now) {
        lines.forEach(MarketLine::forgetFulfillment);
        shipments.clear();
        changed(now);
    }

    private void changed(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        updatedAt = second.isAfter(updatedAt) ? second : updatedAt.plusSeconds(1);
        afterChange.run();
    }

    /** @param state in the channel's own word */
    public PlacedOrder shown(String state) {
        return PlacedOrder.of(this, state);
    }
}
