package io.esimhub.sandbox.esimgo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.faults.Fault;
import io.esimhub.sandbox.shop.Basket;
import io.esimhub.sandbox.shop.Prices;
import io.esimhub.sandbox.shop.Sale;
import io.esimhub.sandbox.shop.Till;
import org.springframework.stereotype.Component;

/** Takes orders and dry runs. The vendor's texts are not public; statuses are (400, 401, 403, 503). */
@Component
class EsimGoSales {

    private final Till till;
    private final Prices prices;
    private final EsimGoNumbers numbers;
    private final EsimGoCopy copy;
    private final SandboxJson json;
    private final SandboxClock clock;
    private final SandboxProperties.EsimGo settings;

    EsimGoSales(
            Till till,
            Prices prices,
            EsimGoNumbers numbers,
            EsimGoCopy copy,
            SandboxJson json,
            SandboxClock clock,
            SandboxProperties settings) {
        this.till = till;
        this.prices = prices;
        this.numbers = numbers;
        this.copy = copy;
        this.json = json;
        this.clock = clock;
        this.settings = settings.esimGo();
    }

    Answer take(OrderWish wish, Circumstances circumstances, String sourceIp) {
        Basket basket = new Basket(
                EsimGoCopy.CODE,
                null,
                wish.item(),
                wish.quantity(),
                prices.of(EsimGoCopy.CODE, wish.item(), settings.defaultPrice()),
                wish.assign());
        if (!wish.transaction()) {
            return validate(wish, basket, circumstances);
        }
        Sale sale = till.sell(basket, numbers, circumstances);
        if (sale instanceof Sale.Sold sold) {
            return Answer.json(200, json.write(OrderPaper.placed(sold.purchase(), settings.smdpAddress(), sourceIp)));
        }
        return refuse(((Sale.Refused) sale).reason(), wish);
    }

    private Answer validate(OrderWish wish, Basket basket, Circumstances circumstances) {
        if (!till.sells(EsimGoCopy.CODE, wish.item())) {
            return refuse(Sale.Reason.UNKNOWN_BUNDLE, wish);
        }
        boolean valid = !circumstances.has(Fault.OUT_OF_STOCK)
                && !circumstances.has(Fault.NO_FUNDS)
                && till.balance(EsimGoCopy.CODE).compareTo(basket.total()) >= 0;
        String now = Nanoseconds.format(clock.instant());
        return Answer.json(200, json.write(OrderPaper.validated(wish, basket.unitPrice(), basket.total(), valid, now)));
    }

    private Answer refuse(Sale.Reason reason, OrderWish wish) {
        return switch (reason) {
            case UNKNOWN_BUNDLE -> copy.text(400, "Bundle " + wish.item() + " not found");
            case NO_FUNDS -> copy.text(400, "Insufficient balance to complete the order");
            case OUT_OF_STOCK -> copy.text(403, "The user does not have any available bundles left");
            case NOBODY_THERE -> copy.text(503, "");
        };
    }
}
