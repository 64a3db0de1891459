package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Sends orders for a while, then waits for the mails that are still to come. */
final class Load {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final Orders orders;
    private final int port;
    private final Queue<Order> sent = new ConcurrentLinkedQueue<>();

    Load(Orders orders, int port) {
        this.orders = orders;
        this.port = port;
    }

    Figures run(int senders, long begin, long end, Pace pace) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            Thread thread = new Thread(() -> send(pace), "sender-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long until = System.nanoTime() + PATIENCE;
        for (Order order : sent) {
            while (order.refusal == null && order.mailedAt == 0 && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        return Figures.of(sent, begin, end);
    }

    private void send(Pace pace) {
        try (WebhookConnection hub = new WebhookConnection(port)) {
            for (long due = pace.next(); due >= 0; due = pace.next()) {
                Order order = orders.next();
                order.due = due;
                sent.add(order);
                post(hub, order);
                pace.sent(order);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void post(WebhookConnection hub, Order order) {
        try {
            int status = hub.post(order);
            order.acknowledgedAt = System.nanoTime();
            order.body = null;
            if (status != 200) {
                order.refusal = "HTTP " + status;
            }
        } catch (java.io.IOException | RuntimeException failure) {
            hub.close();
            order.refusal = failure.toString();
        }
    }
}
