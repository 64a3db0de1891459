package io.esimhub.sandbox.storefront;

import java.math.BigDecimal;

/** A line of an order. Written under its order's lock. */
public final class MarketLine {

    private final String id;
    private final String sku;
    private final BigDecimal price;
    private int ordered;
    private int current;
    private int fulfilled;

    MarketLine(String id, String sku, int quantity, BigDecimal price) {
        this.id = id;
        this.sku = sku;
        this.price = price;
        this.ordered = quantity;
        this.current = quantity;
    }

    public String id() {
        return id;
    }

    public String sku() {
        return sku;
    }

    public String title() {
        return "Travel " + sku;
    }

    /** Of one, in USD. */
    public BigDecimal price() {
        return price;
    }

    /** With what was refunded or removed since. */
    public int ordered() {
        return ordered;
    }

    /** What is owed now. */
    public int current() {
        return current;
    }

    /** Units that the hub, or the seller, said to be sent. */
    public int fulfilled() {
        return fulfilled;
    }

    public int remaining() {
        return Math.max(0, current - fulfilled);
    }

    void edit(int quantity) {
        ordered += Math.max(0, quantity - current);
        current = quantity;
    }

    void refund(int units) {
        current -= units;
    }

    void fulfil(int units) {
        fulfilled += units;
    }

    void forgetFulfillment() {
        fulfilled = 0;
    }

    @Override
    public String toString() {
        return sku + " " + current + "/" + fulfilled;
    }
}
