package io.esimhub.sandbox.airalo;

import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.shop.Basket;
import io.esimhub.sandbox.shop.Digits;
import io.esimhub.sandbox.shop.Prices;
import io.esimhub.sandbox.shop.Sale;
import io.esimhub.sandbox.shop.Till;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes orders, each a purchase of its own whatever its description says. */
@Component
class AiraloSales {

    private static final int MOST = 50;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Till till;
    private final Prices prices;
    private final AiraloNumbers numbers;
    private final AiraloCopy copy;
    private final OrderPaper paper;
    private final LaterOrders later;
    private final Messages messages;
    private final SandboxClock clock;
    private final SandboxProperties.Airalo settings;

    AiraloSales(
            Till till,
            Prices prices,
            AiraloNumbers numbers,
            AiraloCopy copy,
            OrderPaper paper,
            LaterOrders later,
            Messages messages,
            SandboxClock clock,
            SandboxProperties settings) {
        this.till = till;
        this.prices = prices;
        this.numbers = numbers;
        this.copy = copy;
        this.paper = paper;
        this.later = later;
        this.messages = messages;
        this.clock = clock;
        this.settings = settings.airalo();
    }

    Answer now(Form form, Circumstances circumstances) {
        return objection(form).orElseGet(() -> {
            Sale sale = sell(form, circumstances);
            return sale instanceof Sale.Sold sold ? copy.ok(200, paper.placed(sold.purchase())) : refuse(sale);
        });
    }

    Answer later(Form form, Circumstances circumstances) {
        Optional<String> url = Optional.of(form.text("webhook_url")).filter(text -> !text.isEmpty());
        if (url.isEmpty() && !messages.optedIn()) {
            return copy.say(422, Map.of("reason", "User is not opted in and no webhook URL provided."));
        }
        if (url.filter(text -> !text.matches("https?://[^\\s]+")).isPresent()) {
            return copy.invalid(Map.of("webhook_url", "The webhook url must be a valid URL."));
        }
        return objection(form).orElseGet(() -> {
            Sale sale = sell(form, circumstances);
            return sale instanceof Sale.Sold sold ? taken(sold.purchase(), url) : refuse(sale);
        });
    }

    private Answer taken(Purchase purchase, Optional<String> url) {
        String requestId = Digits.random(25, ALPHABET);
        later.take(requestId, purchase, url);
        return copy.ok(202, Map.of("request_id", requestId, "accepted_at", OrderPaper.time(clock.instant())));
    }

    private Sale sell(Form form, Circumstances circumstances) {
        String bundle = form.text("package_id");
        String description = form.text("description");
        return till.sell(
                new Basket(
                        AiraloCopy.CODE,
                        description.isEmpty() ? null : description,
                        bundle,
                        Integer.parseInt(form.text("quantity")),
                        prices.of(AiraloCopy.CODE, bundle, settings.defaultPrice()),
                        true,
                        false),
                numbers,
                circumstances);
    }

    private Optional<Answer> objection(Form form) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!form.text("quantity").matches("[1-9]\\d{0,3}")) {
            wrong.put("quantity", "The quantity must be an integer.");
        } else if (Integer.parseInt(form.text("quantity")) > MOST) {
            wrong.put("quantity", "The quantity may not be greater than 50.");
        }
        if (form.text("package_id").isEmpty()) {
            wrong.put("package_id", "The package id field is required.");
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(copy.invalid(wrong));
    }

    private Answer refuse(Sale sale) {
        return switch (((Sale.Refused) sale).reason()) {
            case UNKNOWN_BUNDLE -> copy.invalid(Map.of("package_id", "The selected package is invalid."));
            case OUT_OF_STOCK ->
                copy.invalid(Map.of("quantity", "SIM quantity is not available. Available quantity: 0."));
            case NO_FUNDS -> copy.refused(11, "Insufficient Airalo credit");
            case NOBODY_THERE -> copy.error(500, "POST", "/orders");
        };
    }
}
