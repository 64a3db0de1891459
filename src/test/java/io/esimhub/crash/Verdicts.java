package io.esimhub.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares four witnesses when all is over: what the shop sold, our books, the suppliers' ledger, and the mails. */
final class Verdicts {

    private final Stage stage;
    private final List<ShopOrder> sold;
    private final Set<ShopDelivery> acknowledged;
    private final List<Sold> ledger;
    private final List<AcceptedMail> accepted;
    private final Books books;
    private final List<Books.Purchase> purchases;
    private final Map<String, Books.Order> orders;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> concerned = new TreeSet<>();

    Verdicts(Stage stage) {
        this.stage = stage;
        sold = stage.sold();
        acknowledged = stage.shop.acknowledged();
        ledger = stage.ledger();
        accepted = stage.mail.accepted();
        books = stage.hub.books();
        purchases = books.purchases();
        orders = books.orders().stream().collect(toMap(Books.Order::orderId, Function.identity()));
    }

    void assertThatNothingIsLostOrBoughtTwice() {
        everyDeliveryIsInTheInboxOnce();
        everyOrderHasExactlyWhatItOwes();
        theBooksEqualTheLedger();
        everyCustomerHasTheMail();
        stage.markets
                .misinformed()
                .forEach(known -> complain(null, "its channel was not told exactly what was sent: " + known));
        books.openCases().forEach(open -> complain(open.orderId(), "an open case: " + open));
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints) + "\n"
                    + String.join("\n", concerned.stream().map(books::story).toList()));
        }
    }

    private void everyDeliveryIsInTheInboxOnce() {
        for (ShopDelivery delivery : acknowledged) {
            int times = books.inInbox(delivery);
            if (times != 1) {
                complain(delivery.order().externalId(), delivery.topic() + " is in the inbox " + times + " times");
            }
        }
    }

    private void everyOrderHasExactlyWhatItOwes() {
        for (ShopOrder order : sold) {
            Books.Order found = orders.get(order.externalId());
            boolean right = found != null
                    && found.state().equals("DELIVERED")
                    && found.units() == order.owed()
                    && found.sent() == order.owed()
                    && found.esims() == order.owed();
            if (!right) {
                complain(order.externalId(), "owes " + order.owed() + " eSIMs, but the books say " + found);
            }
        }
    }

    private void theBooksEqualTheLedger() {
        Map<String, Books.Purchase> ours = new TreeMap<>();
        for (Books.Purchase purchase : purchases) {
            if (purchase.is("DISPATCHED", "ACCEPTED", "UNKNOWN")) {
                complain(purchase.orderId(), "never answered: " + purchase);
            } else if (purchase.supplierOrder() != null && ours.put(purchase.name(), purchase) != null) {
                complain(purchase.orderId(), "attached twice: " + purchase);
            }
        }
        for (Sold entry : ledger) {
            Books.Purchase purchase = ours.remove(entry.name());
            if (purchase == null) {
                complain(null, "bought, but not in our books: " + entry);
            } else if (!purchase.is("COMPLETED") || !same(purchase, entry)) {
                complain(purchase.orderId(), "the ledger says " + entry + ", our books " + purchase);
            }
        }
        ours.values().forEach(purchase -> complain(purchase.orderId(), "not in the ledger: " + purchase));
    }

    private static boolean same(Books.Purchase purchase, Sold entry) {
        Set<String> esims = entry.esims().stream().map(Sold.SoldEsim::id).collect(toSet());
        return purchase.kind().equals(entry.kind())
                && purchase.esims().size() == entry.quantity()
                && esims.equals(Set.copyOf(purchase.esims()));
    }

    private void everyCustomerHasTheMail() {
        Map<String, String> codeOfEsim = new TreeMap<>();
        ledger.forEach(entry ->
                entry.esims().forEach(esim -> codeOfEsim.put(entry.supplier() + " " + esim.id(), esim.matchingId())));
        Map<String, Set<String>> codesOfOrder = new TreeMap<>();
        purchases.forEach(purchase -> purchase.esims().forEach(esim -> codesOfOrder
                .computeIfAbsent(purchase.orderId(), order -> new HashSet<>())
                .add(codeOfEsim.get(purchase.supplier() + " " + esim))));
        Map<String, List<AcceptedMail>> mailsTo = accepted.stream().collect(groupingBy(AcceptedMail::recipient));
        for (ShopOrder order : sold) {
            List<AcceptedMail> mails = mailsTo.getOrDefault(order.email(), List.of());
            Set<String> mailed =
                    mails.stream().flatMap(mail -> mail.codes().stream()).collect(toSet());
            if (!mailed.equals(codesOfOrder.get(order.externalId()))) {
                complain(order.externalId(), mails.size() + " mails with other eSIMs than were bought");
            }
            aRepeatedMailIsTheSameMail(order, mails);
        }
        aMailThatWasSentWasAccepted();
    }

    /** An eSIM may come twice, but only in the same mail. */
    private void aRepeatedMailIsTheSameMail(ShopOrder order, List<AcceptedMail> mails) {
        Map<String, Set<String>> codesOfMail = new TreeMap<>();
        for (AcceptedMail mail : mails) {
            Set<String> before = codesOfMail.put(mail.messageId(), mail.codes());
            if (before != null && !before.equals(mail.codes())) {
                complain(order.externalId(), "one Message-ID with different eSIMs: " + mail.messageId());
            }
        }
        long inMails = codesOfMail.values().stream().mapToInt(Set::size).sum();
        if (inMails != order.owed()) {
            complain(order.externalId(), "mails with different Message-IDs repeat an eSIM: " + codesOfMail.keySet());
        }
    }

    private void aMailThatWasSentWasAccepted() {
        Set<String> arrived = accepted.stream().map(AcceptedMail::messageId).collect(toSet());
        books.mails().stream()
                .filter(mail -> !mail.state().equals("SENT") || !arrived.contains(mail.messageId()))
                .forEach(mail -> complain(mail.orderId(), "not sent, or sent and never arrived: " + mail));
    }

    private void complain(String orderId, String what) {
        complaints.add((orderId == null ? "" : "order " + orderId + ": ") + what);
        if (orderId != null) {
            concerned.add(orderId);
        }
    }
}
