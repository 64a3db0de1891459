package io.esimhub.suppliers.stock;

import java.util.List;

/** What happens to a card after it was allocated, by a person's hand. */
public enum CardStep {
    /** Taken off the shelf. */
    PICKED("PICKED", List.of("ALLOCATED")),
    /** Given to the carrier. */
    SHIPPED("SHIPPED", List.of("PICKED")),
    /** The customer uses it. */
    ACTIVATED("ACTIVATED", List.of("SHIPPED")),
    /** Back, untouched: on the shelf again. */
    RESALEABLE("FREE", List.of("SHIPPED")),
    /** Back, and not to be sold any more. */
    BROKEN("RETURNED", List.of("SHIPPED", "ACTIVATED"));

    private final String becomes;
    private final List<String> from;

    CardStep(String becomes, List<String> from) {
        this.becomes = becomes;
        this.from = from;
    }

    String becomes() {
        return becomes;
    }

    List<String> from() {
        return from;
    }

    /** The card no longer belongs to the order. */
    public boolean comesBack() {
        return this == RESALEABLE || this == BROKEN;
    }

    boolean doneTo(HeldItem item) {
        return comesBack() ? item.ended(name()) : item.live() && item.state().equals(becomes);
    }

    boolean possibleWith(HeldItem item) {
        return item.live() && from.contains(item.state());
    }
}
