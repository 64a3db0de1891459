package io.esimhub.sandbox.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.faults.Fault;
import io.esimhub.sandbox.ledger.Ledger;
import io.esimhub.sandbox.shop.Basket;
import io.esimhub.sandbox.shop.Prices;
import io.esimhub.sandbox.shop.Sale;
import io.esimhub.sandbox.shop.Till;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes orders; a {@code transactionId} that was seen before gets its order again, whatever else the body says. */
@Component
class RedteagoSales {

    private final Till till;
    private final Ledger ledger;
    private final Prices prices;
    private final RedteagoNumbers numbers;
    private final Allocation allocation;
    private final RedteagoNotices notices;
    private final SandboxProperties.Redteago settings;

    RedteagoSales(
            Till till,
            Ledger ledger,
            Prices prices,
            RedteagoNumbers numbers,
            Allocation allocation,
            RedteagoNotices notices,
            SandboxProperties settings) {
        this.till = till;
        this.ledger = ledger;
        this.prices = prices;
        this.numbers = numbers;
        this.allocation = allocation;
        this.notices = notices;
        this.settings = settings.redteago();
    }

    Envelope take(JsonNode body, Circumstances circumstances) {
        PackageWish wish = PackageWish.of(body);
        Basket basket = new Basket(
                RedteagoCopy.CODE,
                wish.transactionId(),
                wish.code(),
                wish.count(),
                prices.of(RedteagoCopy.CODE, wish.code(), settings.defaultPrice()),
                true);
        return objection(wish, basket).orElseGet(() -> sell(wish, basket, circumstances));
    }

    private Optional<Envelope> objection(PackageWish wish, Basket basket) {
        boolean noPrice = isKnown(wish) || !till.sells(RedteagoCopy.CODE, wish.code());
        return wish.objection().or(() -> noPrice ? Optional.empty() : wish.priceObjection(basket));
    }

    private boolean isKnown(PackageWish wish) {
        return ledger.withKey(RedteagoCopy.CODE, wish.transactionId()).isPresent();
    }

    private Envelope sell(PackageWish wish, Basket basket, Circumstances circumstances) {
        boolean repeated = isKnown(wish);
        Sale sale = till.sell(basket, numbers, circumstances);
        if (sale instanceof Sale.Sold sold) {
            if (circumstances.has(Fault.SLOW_ALLOCATION)) {
                allocation.slowly(sold.purchase());
            }
            if (!repeated) {
                notices.allocatedIn(allocation.delay(sold.purchase()), sold.purchase());
            }
            return Envelope.of(Map.of("orderNo", sold.purchase().reference(), "transactionId", wish.transactionId()));
        }
        return refuse(((Sale.Refused) sale).reason(), wish);
    }

    private static Envelope refuse(Sale.Reason reason, PackageWish wish) {
        return switch (reason) {
            case UNKNOWN_BUNDLE ->
                Envelope.refused("310241", "base data plan code:[" + wish.code() + "] doesn`t exist.");
            case OUT_OF_STOCK -> Envelope.refused("200011", "not enough available profiles");
            case NO_FUNDS -> Envelope.refused("200007", "insufficient account balance");
            case NOBODY_THERE -> Envelope.refused("000001", "server error");
        };
    }
}
