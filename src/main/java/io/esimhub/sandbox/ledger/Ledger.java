package io.esimhub.sandbox.ledger;

import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything the suppliers have sold, this time and before: a line is on disk before anybody hears of it. */
@Component
public class Ledger {

    private final LedgerFile file;
    private final Map<String, Books> books = new ConcurrentHashMap<>();

    Ledger(SandboxProperties settings, SandboxJson json) {
        file = new LedgerFile(settings.ledgerDir(), json);
        file.replay(entry -> booksOf(entry.supplier()).add(entry));
    }

    /** Returns when the entry will survive the death of this process. */
    public synchronized void record(LedgerEntry entry) {
        file.append(entry);
        booksOf(entry.supplier()).add(entry);
    }

    public Optional<Purchase> withReference(String supplier, String reference) {
        return booksOf(supplier).withReference(reference);
    }

    public Optional<Purchase> withKey(String supplier, String key) {
        return booksOf(supplier).withKey(key);
    }

    /** @param idOrIccid a cancelled eSIM is found too */
    public Optional<Purchase> withEsim(String supplier, String idOrIccid) {
        return booksOf(supplier).withEsim(idOrIccid);
    }

    public boolean isCancelled(String supplier, PurchasedEsim esim) {
        return booksOf(supplier).isCancelled(esim.id());
    }

    public Stream<Purchase> newestFirst(String supplier) {
        return booksOf(supplier).newestFirst();
    }

    /** In USD, by everybody on the account. */
    public BigDecimal spent(String supplier) {
        return booksOf(supplier).spent();
    }

    Stream<Purchase> of(Optional<String> supplier) {
        return supplier.map(this::booksOf)
                .map(Stream::of)
                .orElseGet(() -> books.values().stream())
                .flatMap(Books::oldestFirst);
    }

    Map<String, LedgerSummary> summary() {
        Map<String, LedgerSummary> summaries = new TreeMap<>();
        books.forEach((supplier, its) -> summaries.put(supplier, its.summary()));
        return summaries;
    }

    @PreDestroy
    void close() throws IOException {
        file.close();
    }

    private Books booksOf(String supplier) {
        return books.computeIfAbsent(supplier, code -> new Books());
    }
}
