package io.esimhub.channels.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.channels.ChannelBusy;
import io.esimhub.channels.ChannelCursors;
import io.esimhub.operations.HubSettings;
import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.Turns;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The steps of registering our webhooks at a shop, and of looking whether they are still there. */
@Component("shopifySubscriptions")
class ShopifySubscriptions {

    static final String CASE = "channel-subscription";

    private static final String RUN = "subscriptionRun";
    private static final String CURSOR = "webhooks";
    private static final Duration HOURLY = Duration.ofMinutes(55);
    private static final String COMPLIANCE =
            "customers/data_request, customers/redact and shop/redact are set in the app's configuration (Partner dashboard, or"
                    + " shopify.app.toml): the API does not register them.";

    private final ShopifyProperties properties;
    private final HubSettings hub;
    private final ChannelCursors cursors;
    private final Cases cases;
    private final Turns turns;
    private final Clock clock;

    ShopifySubscriptions(
            ShopifyProperties properties,
            HubSettings hub,
            ChannelCursors cursors,
            Cases cases,
            Turns turns,
            Clock clock) {
        this.properties = properties;
        this.hub = hub;
        this.cursors = cursors;
        this.cases = cases;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * @param shop its name in the settings, or its domain
     * @throws Problem 404 if there is no such shop, 409 if it cannot be asked, or cannot reach us
     */
    public void begin(Exchange exchange, String shop, boolean register) {
        ShopifyProperties.Shop known = Optional.ofNullable(properties.shops().get(shop))
                .or(() -> properties.shop(shop))
                .orElseThrow(() -> Problem.notFound(
                        "no-such-shop",
                        "There is no such shop. Name one of hub.channels.shopify.shops: "
                                + String.join(", ", properties.shops().keySet()) + "."));
        if (!known.hasAdmin()) {
            throw Problem.conflict("no-admin-access", "Set admin-url and admin-token of this shop first.");
        }
        if (register
                && !hub.environment().equals("local")
                && !"https".equals(hub.publicUrl().getScheme())) {
            throw Problem.conflict("not-https", "Shopify calls https addresses only. Set hub.public-url to one.");
        }
        exchange.setProperty(RUN, run(known.domain(), register));
    }

    /** The shops that were registered here before and can be asked, if it is this process's turn. */
    public List<String> toCheck() {
        return turns.take("check-shopify-webhooks", HOURLY)
                ? properties.shops().values().stream()
                        .filter(ShopifyProperties.Shop::hasAdmin)
                        .map(ShopifyProperties.Shop::domain)
                        .filter(shop -> cursors.position(ShopifyWebhooks.CHANNEL, shop, CURSOR)
                                .isPresent())
                        .toList()
                : List.of();
    }

    public void beginCheck(Exchange exchange) {
        exchange.setProperty(RUN, run(exchange.getMessage().getBody(String.class), false));
    }

    public void next(Exchange exchange) {
        exchange.getMessage().setBody(of(exchange).next());
    }

    public void heard(Exchange exchange) {
        of(exchange).heard(exchange.getMessage().getBody(JsonNode.class));
    }

    /** The body becomes the answer to the operator. */
    public void answer(Exchange exchange) {
        SubscriptionRun run = of(exchange);
        if (run.states().stream().anyMatch(state -> isRight(state.state()))) {
            cursors.advance(ShopifyWebhooks.CHANNEL, run.shop(), CURSOR, clock.instant());
        }
        report(run);
        exchange.getMessage().setBody(Map.of("shop", run.shop(), "topics", run.states(), "compliance", COMPLIANCE));
    }

    /** What vanished, or points elsewhere, is shown to a person until it is mended. */
    public void checked(Exchange exchange) {
        report(of(exchange));
    }

    /** The shop's API did not answer as it should. */
    public void problem(Exchange exchange) {
        Exception error = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (error instanceof ChannelBusy throttled) {
            throw Problem.unavailable(
                    "shop-busy",
                    "The shop asks to wait.",
                    Duration.between(clock.instant(), throttled.again()).plusSeconds(1));
        }
        throw Problem.of(
                HttpStatus.BAD_GATEWAY,
                "shop-did-not-answer",
                "The shop's Admin API brought nothing: "
                        + (error instanceof AdminRefused
                                ? error.getMessage()
                                : error.getClass().getSimpleName()) + ".");
    }

    private void report(SubscriptionRun run) {
        List<SubscriptionState> wrong =
                run.states().stream().filter(state -> !isRight(state.state())).toList();
        String subject = "shopify:" + run.shop();
        if (wrong.isEmpty()) {
            cases.close(CASE, subject, "check-shopify-webhooks", "all are registered");
        } else {
            cases.open(CaseReport.of(CASE, "WEBHOOK_MISSING", subject)
                    .failed(1, wrong.stream().map(SubscriptionState::topic).collect(Collectors.joining(", "))));
        }
    }

    private static boolean isRight(String state) {
        return List.of("registered", "created", "updated").contains(state);
    }

    private SubscriptionRun run(String shop, boolean register) {
        List<ShopifyTopic> topics = new ArrayList<>(List.of(
                ShopifyTopic.ORDERS_CREATE,
                ShopifyTopic.ORDERS_PAID,
                ShopifyTopic.ORDERS_UPDATED,
                ShopifyTopic.ORDERS_CANCELLED,
                ShopifyTopic.ORDERS_EDITED,
                ShopifyTopic.REFUNDS_CREATE));
        if (properties.hold() != ShopifyProperties.RiskHold.NONE) {
            topics.add(ShopifyTopic.ORDERS_RISK_ASSESSMENT_CHANGED);
        }
        return new SubscriptionRun(shop, hub.publicUrl().toString(), topics, register);
    }

    private static SubscriptionRun of(Exchange exchange) {
        return exchange.getProperty(RUN, SubscriptionRun.class);
    }
}
