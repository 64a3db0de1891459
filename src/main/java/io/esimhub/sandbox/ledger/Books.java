package io.esimhub.sandbox.ledger;

import java.math.BigDecimal;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One supplier's part of the ledger, in memory. Written by one thread at a time, read by any. */
class Books {

    private final Deque<Purchase> purchases = new ConcurrentLinkedDeque<>();
    private final Map<String, Purchase> byReference = new ConcurrentHashMap<>();
    private final Map<String, Purchase> byKey = new ConcurrentHashMap<>();
    private final Map<String, Purchase> byEsim = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final AtomicReference<BigDecimal> spent = new AtomicReference<>(BigDecimal.ZERO);

    void add(LedgerEntry entry) {
        if (entry instanceof Purchase purchase) {
            add(purchase);
        } else if (entry instanceof Cancellation cancellation) {
            cancel(cancellation.esim());
        }
    }

    private void add(Purchase purchase) {
        purchase.esims().forEach(esim -> {
            byEsim.put(esim.id(), purchase);
            byEsim.put(esim.iccid(), purchase);
        });
        byReference.put(purchase.reference(), purchase);
        if (purchase.key() != null) {
            byKey.putIfAbsent(purchase.key(), purchase);
        }
        spent.accumulateAndGet(purchase.total(), BigDecimal::add);
        purchases.addLast(purchase);
    }

    private void cancel(String esim) {
        Purchase purchase = byEsim.get(esim);
        if (purchase != null && cancelled.add(esim)) {
            spent.accumulateAndGet(purchase.unitPrice(), BigDecimal::subtract);
        }
    }

    Optional<Purchase> withReference(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    Optional<Purchase> withKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<Purchase> withEsim(String idOrIccid) {
        return Optional.ofNullable(byEsim.get(idOrIccid));
    }

    boolean isCancelled(String esim) {
        return cancelled.contains(esim);
    }

    BigDecimal spent() {
        return spent.get();
    }

    Stream<Purchase> oldestFirst() {
        return purchases.stream();
    }

    Stream<Purchase> newestFirst() {
        Iterable<Purchase> backwards = purchases::descendingIterator;
        return StreamSupport.stream(backwards.spliterator(), false);
    }

    LedgerSummary summary() {
        Set<String> keys = new HashSet<>();
        int count = 0;
        int esims = 0;
        int foreign = 0;
        for (Purchase purchase : purchases) {
            count++;
            esims += purchase.esims().size();
            foreign += purchase.foreign() ? 1 : 0;
            if (purchase.key() != null) {
                keys.add(purchase.key());
            }
        }
        return new LedgerSummary(count, keys.size(), esims, cancelled.size(), foreign, spent());
    }
}
