package io.esimhub.fulfillment;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.suppliers.ResolutionCapability;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of a purchase whose answer was lost: by the supplier's own books, or by a person, and by nothing
 * else. Runs under the order's lock.
 */
@Component
class UnknownPurchases {

    static final String RESEND_REFUSED = "RESEND_REFUSED";
    /** The supplier handed over what belongs to another purchase: its books prove nothing about this one. */
    static final String HANDED_OVER_TWICE = "HANDED_OVER_TWICE";

    /** The supplier took the order and did not hand it over: to buy anew, or to wait, is a person's to decide. */
    static final String NOT_HANDED_OVER = "NOT_HANDED_OVER";

    static final String CASE = "unknown-purchase";

    private static final Duration WHILE_A_PERSON_LOOKS = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(2);

    /** One search at a time among purchases that a list cannot tell apart. */
    private static final String TAKE_TURN = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private final Purchases purchases;
    private final Answers answers;
    private final SupplierLimits limits;
    private final Recoveries recoveries;
    private final Cases cases;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    UnknownPurchases(
            Purchases purchases,
            Answers answers,
            SupplierLimits limits,
            Recoveries recoveries,
            Cases cases,
            JdbcTemplate jdbc,
            Clock clock) {
        this.purchases = purchases;
        this.answers = answers;
        this.limits = limits;
        this.recoveries = recoveries;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the search to make now; empty if it is too early, or only a person can tell */
    Optional<SupplierCall> search(OrderRun run, Purchase purchase) {
        Instant now = clock.instant();
        if (purchase.outcome()
                .filter(outcome -> outcome.equals(HANDED_OVER_TWICE) || outcome.equals(NOT_HANDED_OVER))
                .isPresent()) {
            run.comeBack(now.plus(WHILE_A_PERSON_LOOKS));
            return Optional.empty();
        }
        if (limits.resolution(purchase.supplier()) == ResolutionCapability.NONE) {
            personDecides(run, purchase, "this supplier's books cannot be asked");
            return Optional.empty();
        }
        if (now.isBefore(purchase.answerBy())) {
            run.comeBack(purchase.answerBy());
            return Optional.empty();
        }
        Optional<Instant> proven = proofDue(purchase);
        if (proven.filter(now::isBefore).isPresent()) {
            run.comeBack(proven.get());
            return Optional.empty();
        }
        if (!run.ask(purchase.id())) {
            run.comeBack(now.plus(SOON));
            return Optional.empty();
        }
        return Optional.of(new SupplierCall.Search(purchase, purchase.answerBy()));
    }

    /** @return true if the identical order should be sent again */
    boolean searched(OrderRun run, Purchase asked, SupplierListing listing) {
        jdbc.query(
                TAKE_TURN, row -> {}, String.join("/", asked.supplier(), asked.supplierSku(), "" + asked.quantity()));
        Purchase purchase = purchases.byId(asked.id()).orElseThrow();
        if (purchase.state() != PurchaseState.UNKNOWN) {
            return false;
        }
        return switch (limits.resolution(purchase.supplier())) {
            case NATIVE_KEY -> searchedByKey(run, purchase, listing);
            case OUR_REFERENCE -> searchedByReference(run, purchase, listing);
            default -> searchedByLikeness(run, purchase, listing);
        };
    }

    /** A supplier that would sell again is never sent the order again: absent twice, long enough apart, is the only proof. */
    private boolean searchedByReference(OrderRun run, Purchase purchase, SupplierListing listing) {
        List<SupplierOrder> own = underItsKey(purchase, listing);
        if (own.size() == 1) {
            adopt(run, purchase, own.get(0));
        } else if (own.isEmpty()) {
            absent(run, purchase);
        } else {
            personDecides(run, purchase, "the supplier has " + own.size() + " orders under this key");
        }
        return false;
    }

    private static List<SupplierOrder> underItsKey(Purchase purchase, SupplierListing listing) {
        return listing.orders().stream()
                .filter(order -> order.key().filter(purchase.key()::equals).isPresent())
                .toList();
    }

    private boolean searchedByKey(OrderRun run, Purchase purchase, SupplierListing listing) {
        Optional<SupplierOrder> own = underItsKey(purchase, listing).stream().findFirst();
        if (own.isPresent()) {
            adopt(run, purchase, own.get());
            return false;
        }
        boolean refused = purchase.outcome().filter(RESEND_REFUSED::equals).isPresent()
                || recoveries.underWay().isPresent();
        if (refused) {
            absent(run, purchase);
        }
        return !refused;
    }

    private boolean searchedByLikeness(OrderRun run, Purchase purchase, SupplierListing listing) {
        Instant now = clock.instant();
        List<Purchase> alike = purchases.like(purchase);
        List<Purchase> underWay = alike.stream()
                .filter(other -> other.state() == PurchaseState.DISPATCHED && now.isBefore(other.answerBy()))
                .toList();
        Optional<Instant> mustBeAnswered = underWay.stream()
                .filter(other -> other.dispatchedAt().isBefore(purchase.answerBy()))
                .map(Purchase::answerBy)
                .max(Instant::compareTo);
        if (mustBeAnswered.isPresent()) {
            run.comeBack(earlier(mustBeAnswered.get(), now.plus(SOON)));
            return false;
        }
        Duration ahead = listing.supplierClock()
                .map(clockThere -> Duration.between(now, clockThere))
                .orElse(Duration.ZERO);
        ListAndMatch.Match match = ListAndMatch.match(
                purchase,
                alike.stream().filter(other -> !underWay.contains(other)).toList(),
                underWay,
                unlinked(purchase, listing),
                ahead);
        if (match instanceof ListAndMatch.Match.Found found) {
            if (limits.exclusiveAccount(purchase.supplier()) && !afterRestore(purchase)) {
                adopt(run, purchase, found.order());
            } else {
                personDecides(
                        run,
                        purchase,
                        afterRestore(purchase)
                                ? "bought before the database was restored, and perhaps mailed to another customer; it may be "
                                : "others may buy with this account; it may be "
                                        + found.order().reference());
            }
        } else if (match instanceof ListAndMatch.Match.Ambiguous ambiguous) {
            personDecides(run, purchase, ambiguous.why());
        } else if (match instanceof ListAndMatch.Match.Wait wait) {
            run.comeBack(earlier(wait.until(), now.plus(SOON)));
        } else {
            absent(run, purchase);
        }
        return false;
    }

    /** Purchases that look alike are interchangeable only until one is mailed, and what was mailed since the backup nobody knows. */
    private boolean afterRestore(Purchase purchase) {
        return purchase.outcome().filter(Purchases.CLAIMED::equals).isPresent()
                || recoveries.underWay().isPresent();
    }

    private List<SupplierOrder> unlinked(Purchase purchase, SupplierListing listing) {
        List<SupplierOrder> alike = listing.orders().stream()
                .filter(order -> order.supplierSku().equals(purchase.supplierSku()))
                .filter(order -> order.quantity() == purchase.quantity())
                .toList();
        List<String> linked = purchases.linked(
                purchase.supplier(),
                alike.stream().map(SupplierOrder::reference).toList());
        return alike.stream()
                .filter(order -> !linked.contains(order.reference()))
                .toList();
    }

    private void adopt(OrderRun run, Purchase purchase, SupplierOrder order) {
        answers.accepted(run, purchase, order.reference());
        cases.close(CASE, subject(purchase), "fulfill-order", "found as " + order.reference());
        run.caseOpenedOrClosed();
        run.tell("found at the supplier", Map.of("purchase", purchase.id(), "supplierOrder", order.reference()));
        answers.allocate(run, purchase, order.reference(), order.esims());
    }

    /** Absent once proves little: the supplier's list may lag. Absent again, long enough after, proves it. */
    private void absent(OrderRun run, Purchase purchase) {
        Instant now = clock.instant();
        Optional<Instant> due = proofDue(purchase);
        if (limits.absenceProof(purchase.supplier()).isEmpty()) {
            personDecides(run, purchase, "the supplier's list does not hold it, which proves nothing there");
        } else if (due.isEmpty()) {
            purchases.absent(purchase, now);
            run.comeBack(now.plus(limits.absenceProof(purchase.supplier()).get()));
            run.tell("not in the supplier's list", Map.of("purchase", purchase.id(), "look again", true));
        } else if (now.isBefore(due.get())) {
            run.comeBack(due.get());
        } else {
            answers.giveBack(run, purchase, PurchaseState.NOT_BOUGHT, "ABSENT_TWICE", null);
            cases.close(CASE, subject(purchase), "fulfill-order", "absent from the supplier's list twice");
            run.caseOpenedOrClosed();
        }
    }

    private Optional<Instant> proofDue(Purchase purchase) {
        return limits.absenceProof(purchase.supplier())
                .flatMap(proof -> purchase.absentSince().map(since -> since.plus(proof)));
    }

    private void personDecides(OrderRun run, Purchase purchase, String why) {
        purchases.notAbsent(purchase);
        cases.open(CaseReport.of(CASE, "OUTCOME_UNKNOWN", subject(purchase))
                .order(run.order().ownerKind(), run.order().orderId())
                .purchase(purchase.id())
                .failed(1, why));
        run.caseOpenedOrClosed();
        run.comeBack(clock.instant().plus(WHILE_A_PERSON_LOOKS));
        run.tell("a person has to decide", Map.of("purchase", purchase.id(), "why", why));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static String subject(Purchase purchase) {
        return "purchase:" + purchase.id();
    }
}
