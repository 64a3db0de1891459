package bench;

import java.util.concurrent.CompletableFuture;

/** One order on its way. Times are {@link System#nanoTime()}; zero means not yet. */
final class Order {

    final long id;
    /** Given up once it was sent: tens of thousands of them would fill the memory. */
    volatile byte[] body;
    final String signature;
    /** Completed when the sink has said 250 to its mail, by the thread that said so. */
    final CompletableFuture<Order> mailed = new CompletableFuture<>();

    /** When it was sent, or in an open load should have been. */
    volatile long due;

    volatile long acknowledgedAt;
    volatile long mailedAt;
    volatile String refusal;

    Order(long id, byte[] body, String signature) {
        this.id = id;
        this.body = body;
        this.signature = signature;
    }
}
