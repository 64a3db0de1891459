package io.esimhub.fulfillment;

import io.esimhub.operations.timeline.Timeline;
import io.esimhub.operations.timeline.TimelineEntry;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkQueue;
import io.esimhub.suppliers.stock.CardStep;
import io.esimhub.suppliers.stock.StockCards;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with cards: pick, post, and book them as activated or returned. Each moves the card and tells its order's timeline in
 * one transaction, under the order's lock. Done twice, it is done once.
 */
@Component("cardPosting")
class CardPosting {

    private final StockCards stock;
    private final Cards cards;
    private final CardForms forms;
    private final OrderBooks books;
    private final Timeline timeline;
    private final WorkQueue work;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CardPosting(
            StockCards stock,
            Cards cards,
            CardForms forms,
            OrderBooks books,
            Timeline timeline,
            WorkQueue work,
            TransactionTemplate transactions,
            Clock clock) {
        this.stock = stock;
        this.cards = cards;
        this.forms = forms;
        this.books = books;
        this.timeline = timeline;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** {@code POST /api/v1/ops/stock/picked}: all of them or none. */
    public Map<String, Object> picked(byte[] body, String operator) {
        List<String> iccids = forms.iccids(body);
        return transactions.execute(status -> {
            List<Card> found = new ArrayList<>(iccids.stream().map(this::find).toList());
            // always in the same order, so that two pickers never wait for each other
            found.sort(Comparator.comparingLong(card -> card.order().orderId()));
            found.forEach(card -> {
                OrderBook book = books.open(card.order());
                mustBeOwed(card, book);
                if (stock.move(card.supplierEsimId(), CardStep.PICKED, Optional.empty(), operator)) {
                    tell(card, "card picked", operator, Map.of());
                }
            });
            return Map.of("picked", iccids);
        });
    }

    /** {@code POST /api/v1/ops/stock/shipped}: the customer is told by mail. */
    public Map<String, Object> shipped(byte[] body, String operator) {
        Shipment shipment = forms.shipment(body);
        return transactions.execute(status -> {
            Card card = find(shipment.iccid());
            OrderBook book = books.open(card.order());
            Optional<Shipment> before = cards.shipmentOf(card);
            if (before.filter(known -> !known.equals(shipment)).isPresent()) {
                throw Problem.conflict(
                        "shipped-otherwise",
                        "The card was booked as shipped already, with another carrier, tracking number or link; nothing was changed.");
            }
            if (before.isEmpty()) {
                mustBeOwed(card, book);
            }
            if (stock.move(card.supplierEsimId(), CardStep.SHIPPED, Optional.empty(), operator)) {
                cards.ship(card, shipment, operator, clock.instant());
                tell(card, "card shipped", operator, shipment.details());
                goOn(card, book);
            }
            return answer(card, shipment.details());
        });
    }

    /** {@code POST /api/v1/ops/stock/activated}. */
    public Map<String, Object> activated(byte[] body, String operator) {
        return step(forms.iccid(body), CardStep.ACTIVATED, "card activated", Map.of(), operator);
    }

    /** {@code POST /api/v1/ops/stock/returned}. */
    public Map<String, Object> returned(byte[] body, String operator) {
        CardReturn back = forms.cardReturn(body);
        return step(
                back.iccid(),
                back.resaleable() ? CardStep.RESALEABLE : CardStep.BROKEN,
                "card returned",
                Map.of("condition", back.condition(), "reason", back.reason()),
                operator);
    }

    private Map<String, Object> step(
            String iccid, CardStep step, String event, Map<String, ?> details, String operator) {
        return transactions.execute(status -> {
            Card card = find(iccid);
            books.open(card.order());
            Optional<String> reason = Optional.ofNullable(details.get("reason")).map(Object::toString);
            if (stock.move(card.supplierEsimId(), step, reason, operator)) {
                tell(card, event, operator, details);
            }
            return answer(card, details);
        });
    }

    private Card find(String iccid) {
        return cards.find(stock.supplier(), stock.supplierEsimId(iccid), iccid)
                .orElseThrow(() -> Problem.conflict(
                        "card-not-in-an-order",
                        "The card …" + Card.lastDigits(iccid)
                                + " is allocated, but its order has not heard of it yet. Try again in a minute."));
    }

    /** A card that nobody waits for any more stays on the shelf. */
    private static void mustBeOwed(Card card, OrderBook book) {
        boolean owed = book.in(UnitState.BOUGHT).stream().anyMatch(unit -> unit.id() == card.unit());
        boolean sent = book.in(UnitState.SENT).stream().anyMatch(unit -> unit.id() == card.unit());
        if (!owed && !sent) {
            throw Problem.conflict(
                    "card-not-owed",
                    "The order no longer wants the card …" + Card.lastDigits(card.iccid())
                            + ". Put it back and give it back at stock.");
        }
    }

    private void goOn(Card card, OrderBook book) {
        String key = "order:" + card.order().orderId() + ":shipped:" + card.esim();
        book.order().progressed(books.again(card.order(), book).units(), false, Optional.of(key));
        work.enqueueAndRun("orders", key, Long.toString(card.order().orderId()), null);
    }

    private void tell(Card card, String event, String operator, Map<String, ?> details) {
        Map<String, Object> told = new LinkedHashMap<>(details);
        told.put("sku", card.sku());
        told.put("card", "…" + Card.lastDigits(card.iccid()));
        timeline.write(card.order().ownerKind(), card.order().orderId(), new TimelineEntry(event, operator, told));
    }

    private static Map<String, Object> answer(Card card, Map<String, ?> details) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("iccid", card.iccid());
        answer.putAll(details);
        return answer;
    }
}
