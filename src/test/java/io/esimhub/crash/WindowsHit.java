package io.esimhub.crash;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many orders, purchases and mails stood in each window when the hub had been killed. A supplier's list does not name our
 * purchases, so purchases and ledger entries that look alike are set off against each other: the numbers are lower bounds.
 */
record WindowsHit(Map<Window, Integer> counts) {

    static WindowsHit none() {
        return new WindowsHit(new EnumMap<>(Window.class));
    }

    static WindowsHit in(
            Books books,
            List<Sold> ledger,
            Set<ShopDelivery> acknowledged,
            List<AcceptedMail> mails,
            Set<String> informed) {
        Map<Window, Integer> counts = new EnumMap<>(Window.class);
        counts.put(Window.AFTER_THE_ACK, notDelivered(books, acknowledged));
        countPurchases(books.purchases(), ledger, counts);
        counts.put(Window.AFTER_THE_250, acceptedButPending(books, mails));
        counts.put(Window.AFTER_THE_CHANNEL_KNOWS, (int)
                books.untold().stream().filter(informed::contains).count());
        return new WindowsHit(counts);
    }

    int of(Window window) {
        return counts.getOrDefault(window, 0);
    }

    WindowsHit plus(WindowsHit other) {
        Map<Window, Integer> sum = new EnumMap<>(Window.class);
        for (Window window : Window.values()) {
            sum.put(window, of(window) + other.of(window));
        }
        return new WindowsHit(sum);
    }

    private static int notDelivered(Books books, Set<ShopDelivery> acknowledged) {
        Set<String> delivered = books.orders().stream()
                .filter(order -> order.state().equals("DELIVERED"))
                .map(Books.Order::orderId)
                .collect(Collectors.toSet());
        return (int) acknowledged.stream()
                .map(delivery -> delivery.order().externalId())
                .distinct()
                .filter(order -> !delivered.contains(order))
                .count();
    }

    private static void countPurchases(List<Books.Purchase> purchases, List<Sold> ledger, Map<Window, Integer> counts) {
        Set<String> linked = purchases.stream()
                .filter(purchase -> purchase.supplierOrder() != null)
                .map(Books.Purchase::name)
                .collect(Collectors.toSet());
        Map<Sold.Kind, Integer> dispatched = new HashMap<>();
        Map<Sold.Kind, Integer> unknown = new HashMap<>();
        Map<Sold.Kind, Integer> unlinked = new HashMap<>();
        purchases.forEach(purchase -> {
            if (purchase.is("DISPATCHED")) {
                dispatched.merge(purchase.kind(), 1, Integer::sum);
            } else if (purchase.is("UNKNOWN")) {
                unknown.merge(purchase.kind(), 1, Integer::sum);
            }
        });
        ledger.stream()
                .filter(sold -> !linked.contains(sold.name()))
                .forEach(sold -> unlinked.merge(sold.kind(), 1, Integer::sum));
        int notBought = 0;
        int boughtUnseen = 0;
        for (Sold.Kind kind : dispatched.keySet()) {
            int written = dispatched.get(kind);
            int strayed = unlinked.getOrDefault(kind, 0);
            notBought += Math.max(0, written - strayed);
            boughtUnseen += Math.min(written, Math.max(0, strayed - unknown.getOrDefault(kind, 0)));
        }
        counts.put(Window.AFTER_DISPATCHED, notBought);
        counts.put(Window.AFTER_THE_SUPPLIERS_ANSWER, boughtUnseen);
    }

    private static int acceptedButPending(Books books, List<AcceptedMail> mails) {
        Set<String> accepted = mails.stream().map(AcceptedMail::messageId).collect(Collectors.toSet());
        return (int) books.mails().stream()
                .filter(mail -> mail.state().equals("PENDING"))
                .filter(mail -> accepted.contains(mail.messageId()))
                .count();
    }
}
