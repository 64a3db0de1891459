package bench;

/** When the next order is sent. Shared by all senders of a load. */
interface Pace {

    /** Waits for the moment. @return the moment at which the order is due, or a negative number when the load is over */
    long next() throws InterruptedException;

    /** The hub has acknowledged the order, or refused it. */
    void sent(Order order) throws InterruptedException;
}
