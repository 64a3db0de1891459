package io.esimhub.fulfillment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order while its row lock is held. */
public interface LockedOrder {

    long id();

    /** What names the order at its channel for ever: part of the purchase key. */
    String identity();

    /** Paid, and nothing else speaks against buying. */
    boolean mayBuy();

    /** Nothing but a hold speaks against it: a person may have released it, in a time that our books do not know. */
    boolean mayHaveBeenBought();

    /** No person has to look at it first. */
    boolean mayMail();

    /** When the customer ordered; when we heard of it, if the channel does not say. */
    Instant placedAt();

    Optional<String> recipient();

    Optional<String> customerName();

    /** The name the customer knows, e.g. {@code #1001}. */
    String displayName();

    String shopName();

    /** Goods can be sent somewhere. */
    boolean hasPostalAddress();

    /** Tells the owner that a mail is out, in the transaction that wrote it down. */
    void mailed(long delivery);

    /**
     * Tells the owner where its units stand, in the transaction that moved them.
     *
     * @param casesChanged this transaction opened or closed a case of the order
     * @param workKey the item that moves the order on, if this run knows one
     */
    void progressed(List<Unit> units, boolean casesChanged, Optional<String> workKey);
}
