package io.esimhub.fulfillment;

import io.esimhub.operations.database.EnvironmentMark;
import io.esimhub.suppliers.Entry;
import io.esimhub.suppliers.Permit;
import io.esimhub.suppliers.Purchasing;
import io.esimhub.suppliers.SupplierAnswer.Refusal;
import io.esimhub.suppliers.SupplierGate;
import io.esimhub.suppliers.SupplierStatus;
import io.esimhub.suppliers.SuppliersProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * From an owed unit to a purchase that is written down: choice of the variant, the supplier's permit, then DISPATCHED. The
 * request itself goes out after the commit.
 */
@Component
class Buying {

    private static final Duration NO_PERMIT = Duration.ofSeconds(2);
    private static final Duration ANSWER_SLACK = Duration.ofSeconds(5);

    private final Variants variants;
    private final Purchases purchases;
    private final Claims claims;
    private final UnitKeeper units;
    private final ShadowPurchases shadows;
    private final SupplierStatus suppliers;
    private final OnHand onHand;
    private final SupplierGate gate;
    private final SupplierLimits limits;
    private final SuppliersProperties settings;
    private final EnvironmentMark environment;
    private final Clock clock;

    Buying(
            Variants variants,
            Purchases purchases,
            Claims claims,
            UnitKeeper units,
            ShadowPurchases shadows,
            SupplierStatus suppliers,
            OnHand onHand,
            SupplierGate gate,
            SupplierLimits limits,
            SuppliersProperties settings,
            EnvironmentMark environment,
            Clock clock) {
        this.variants = variants;
        this.purchases = purchases;
        this.claims = claims;
        this.units = units;
        this.shadows = shadows;
        this.suppliers = suppliers;
        this.onHand = onHand;
        this.gate = gate;
        this.limits = limits;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * @param lookOnly a person has to release the order first: after a restore it may have been bought all the same
     * @return the call to make after the commit; empty if this line cannot be bought in this run
     */
    Optional<SupplierCall> tryToBuy(OrderRun run, OrderBook book, Request request, boolean lookOnly) {
        List<Unit> owed = book.unitsOf(request, UnitState.OWED);
        Unit first = owed.get(0);
        List<FormerPurchase> before = book.isNew(first) ? List.of() : purchases.before(first);
        Optional<ParkingReason> refused = refusedForGood(before, first);
        if (refused.isPresent() && !lookOnly) {
            run.gaveUp(request.id());
            units.park(run, book, request, owed, refused.get(), lastWords(before));
            return Optional.empty();
        }
        VariantChoice choice = variants.choose(request, owed, before, boundTo(before));
        if (choice.chosen().isEmpty()) {
            noVariant(run, book, request, owed, choice, lookOnly);
            return Optional.empty();
        }
        Variant variant = choice.chosen().get();
        if (choice.recovery().isPresent()) {
            List<Unit> covered = UnitBatch.first(owed, limits.maxQuantity(variant.supplier()));
            String key = key(book, request, covered, before.size() + 1);
            claims.claim(
                    run, book, request, variant, covered, key, choice.recovery().get());
            return Optional.empty();
        }
        if (lookOnly) {
            run.gaveUp(request.id());
            return Optional.empty();
        }
        if (suppliers.purchasing(variant.supplier()) == Purchasing.SHADOW) {
            run.gaveUp(request.id());
            shadows.write(run, book, request, owed, choice, before.size() + 1);
            return Optional.empty();
        }
        Entry entry = gate.tryEnter(variant.supplier());
        if (!(entry instanceof Entry.Admitted admitted)) {
            run.gaveUp(request.id());
            run.comeBack(clock.instant().plus(NO_PERMIT));
            return Optional.empty();
        }
        // whatever becomes of the transaction, the permit does not outlive the run
        run.item().atEnd(admitted.permit()::close);
        List<Unit> covered = UnitBatch.first(owed, onHand.most(variant, limits.maxQuantity(variant.supplier())));
        return Optional.of(
                dispatch(run, book, request, variant, covered, before.size() + 1, admitted.permit(), choice));
    }

    private SupplierCall dispatch(
            OrderRun run,
            OrderBook book,
            Request request,
            Variant variant,
            List<Unit> covered,
            int epoch,
            Permit permit,
            VariantChoice choice) {
        Instant now = clock.instant();
        String key = key(book, request, covered, epoch);
        Purchase purchase =
                purchases.dispatch(request, key, variant, covered, now, now.plus(patience(variant.supplier())));
        book.changed(covered, unit -> unit.with(UnitState.BUYING, Optional.empty()));
        run.tell("variant chosen", choice.told(request.sku()));
        run.tell(
                "purchase dispatched",
                Map.of(
                        "purchase", purchase.id(),
                        "supplier", variant.supplier(),
                        "bundle", variant.supplierSku(),
                        "quantity", covered.size()));
        return new SupplierCall.Place(purchase, covered.stream().map(Unit::id).toList(), permit, false);
    }

    private String key(OrderBook book, Request request, List<Unit> covered, int epoch) {
        return PurchaseKey.of(
                environment.id(),
                book.order().identity(),
                request.lineRef(),
                covered.get(0).ordinal(),
                epoch);
    }

    private void noVariant(
            OrderRun run, OrderBook book, Request request, List<Unit> owed, VariantChoice choice, boolean lookOnly) {
        run.gaveUp(request.id());
        if (choice.again().isPresent()) {
            run.comeBack(clock.instant().plus(choice.again().get()));
            run.waits(request.sku(), choice);
            return;
        }
        if (lookOnly) {
            return;
        }
        ParkingReason reason = choice.lacksFunds()
                ? ParkingReason.FUNDS
                : choice.considered().isEmpty() && !variants.known(request.sku())
                        ? ParkingReason.UNKNOWN_SKU
                        : ParkingReason.NO_VARIANT;
        units.park(run, book, request, owed, reason, choice.reasons());
    }

    /** Only a supplier that has none, or does not know it, says that another may sell it; whatever else is refused needs a person. */
    private static Optional<ParkingReason> refusedForGood(List<FormerPurchase> before, Unit unit) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        FormerPurchase last = before.get(before.size() - 1);
        if (last.rejectedFor(Refusal.PRICE.name(), unit.consideredFrom())) {
            return Optional.of(ParkingReason.PRICE);
        }
        return last.rejectedFor(Refusal.INVALID.name(), unit.consideredFrom())
                ? Optional.of(ParkingReason.REFUSED)
                : Optional.empty();
    }

    private static String lastWords(List<FormerPurchase> before) {
        FormerPurchase last = before.get(before.size() - 1);
        return last.supplier() + ": " + last.answer().orElse("no words");
    }

    /** A refused key is no reason to buy elsewhere: the order waits for its supplier. */
    private static Optional<String> boundTo(List<FormerPurchase> before) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        FormerPurchase last = before.get(before.size() - 1);
        boolean access = last.state() == PurchaseState.NOT_PLACED
                && last.outcome().filter("ACCESS"::equals).isPresent();
        return access ? Optional.of(last.supplier()) : Optional.empty();
    }

    private Duration patience(String supplier) {
        var supplierSettings = settings.suppliers().get(supplier);
        return supplierSettings
                .connectTimeout()
                .plus(supplierSettings.readTimeout())
                .plus(ANSWER_SLACK);
    }
}
