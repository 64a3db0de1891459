package io.esimhub.sandbox.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.ledger.Cancellation;
import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.life.EsimLives;
import io.esimhub.sandbox.life.Life;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells what became of orders, and takes eSIMs back. */
@Component
class EsimDesk {

    private final Ledger ledger;
    private final Allocation allocation;
    private final SandboxClock clock;
    private final EsimLives lives;
    private final EsimPaper.Printer printer;

    EsimDesk(Ledger ledger, Allocation allocation, SandboxClock clock, EsimLives lives, EsimPaper.Printer printer) {
        this.ledger = ledger;
        this.allocation = allocation;
        this.clock = clock;
        this.lives = lives;
        this.printer = printer;
    }

    Envelope query(JsonNode body) {
        EsimWish wish = EsimWish.of(body);
        return wish.objection().orElseGet(() -> wish.orderNo().isEmpty() ? page(wish, found(wish)) : order(wish));
    }

    Envelope cancel(JsonNode body) {
        String id = EsimWish.of(body).idOrIccid();
        Optional<Row> row = allocated(ledger.withEsim(RedteagoCopy.CODE, id).stream())
                .filter(one -> one.isCalled(id))
                .findFirst();
        if (row.isEmpty() || !canBeCancelled(row.get().esim())) {
            return Envelope.refused("200002", "the operation is not allowed in the current state");
        }
        ledger.record(new Cancellation(RedteagoCopy.CODE, row.get().esim().id(), clock.instant()));
        return Envelope.of(Map.of());
    }

    /** Only while no phone has it. */
    private boolean canBeCancelled(PurchasedEsim esim) {
        return !ledger.isCancelled(RedteagoCopy.CODE, esim)
                && lives.of(RedteagoCopy.CODE, esim).stage() == Life.Stage.NEW;
    }

    private EsimPaper paper(Row row) {
        PurchasedEsim esim = row.esim();
        return printer.print(
                row.purchase(), esim, lives.of(RedteagoCopy.CODE, esim), ledger.isCancelled(RedteagoCopy.CODE, esim));
    }

    private Envelope order(EsimWish wish) {
        Optional<Purchase> purchase = ledger.withReference(RedteagoCopy.CODE, wish.orderNo());
        if (purchase.isEmpty()) {
            return Envelope.refused("310272", "orderNo:[" + wish.orderNo() + "] doesn`t exist.");
        }
        int total = purchase.get().quantity();
        int success = allocation.progress(purchase.get());
        if (success < total) {
            return Envelope.refused(
                    "200010",
                    "the batchOrder has been getting resource, total:[" + total + "], success:[" + success + "]");
        }
        return page(wish, allocated(purchase.stream()).toList());
    }

    private List<Row> found(EsimWish wish) {
        String id = wish.idOrIccid();
        if (!id.isEmpty()) {
            return allocated(ledger.withEsim(RedteagoCopy.CODE, id).stream())
                    .filter(row -> row.isCalled(id))
                    .toList();
        }
        return allocated(ledger.newestFirst(RedteagoCopy.CODE).filter(purchase -> wish.covers(purchase.createdAt())))
                .toList();
    }

    private Stream<Row> allocated(Stream<Purchase> purchases) {
        return purchases.flatMap(purchase ->
                purchase.esims().stream().limit(allocation.progress(purchase)).map(esim -> new Row(purchase, esim)));
    }

    private Envelope page(EsimWish wish, List<Row> rows) {
        List<EsimPaper> esims = rows.stream()
                .skip((wish.pageNum() - 1L) * wish.pageSize())
                .limit(wish.pageSize())
                .map(this::paper)
                .toList();
        return Envelope.of(new Page(esims, new Pager(wish.pageSize(), wish.pageNum(), rows.size())));
    }

    private record Row(Purchase purchase, PurchasedEsim esim) {

        boolean isCalled(String idOrIccid) {
            return esim.id().equals(idOrIccid) || esim.iccid().equals(idOrIccid);
        }
    }

    record Page(List<EsimPaper> esimList, Pager pager) {}

    record Pager(int pageSize, int pageNum, int total) {}
}
