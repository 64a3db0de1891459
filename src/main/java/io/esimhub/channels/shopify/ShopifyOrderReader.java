package io.esimhub.channels.shopify;

import static io.esimhub.channels.shopify.ShopifyText.need;
import static io.esimhub.channels.shopify.ShopifyText.number;
import static io.esimhub.channels.shopify.ShopifyText.text;
import static io.esimhub.channels.shopify.ShopifyText.time;

import io.esimhub.channels.UnreadableEvent;
import io.esimhub.model.Money;
import io.esimhub.orders.OrderIdentity;
import io.esimhub.orders.OrderSnapshot;
import io.esimhub.orders.Payment;
import io.esimhub.orders.PostalAddress;
import io.esimhub.orders.SnapshotCustomer;
import io.esimhub.orders.SnapshotLine;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shopify's order in our words. Tolerant of what may be missing, strict about what an order cannot be without. */
final class ShopifyOrderReader {

    private ShopifyOrderReader() {}

    /** @throws UnreadableEvent if the body has another shape than an order's */
    static OrderSnapshot read(String shop, ShopifyOrder order) {
        if (order == null) {
            throw new UnreadableEvent("the body is not an order");
        }
        String id = number(order.id(), "id");
        if (order.lines() == null) {
            throw new UnreadableEvent("line_items is missing");
        }
        List<SnapshotLine> lines =
                order.lines().stream().map(ShopifyOrderReader::line).toList();
        if (lines.stream().map(SnapshotLine::externalId).distinct().count() < lines.size()) {
            throw new UnreadableEvent("two line_items have the same id");
        }
        ShopifyOrder.MoneySet total = order.currentTotal() != null ? order.currentTotal() : order.total();
        return new OrderSnapshot(
                new OrderIdentity(ShopifyWebhooks.CHANNEL, shop, id),
                text(order.name()).orElse("#" + id),
                time(text(order.updatedAt())
                                .or(() -> text(order.createdAt()))
                                .orElseThrow(() -> new UnreadableEvent("updated_at is missing")))
                        .truncatedTo(ChronoUnit.SECONDS),
                text(order.processedAt()).or(() -> text(order.createdAt())).map(ShopifyText::time),
                payment(need(order.financialStatus(), "financial_status")),
                text(order.cancelledAt()).isPresent(),
                Boolean.TRUE.equals(order.test()),
                Optional.empty(),
                customer(order),
                Optional.ofNullable(order.shippingAddress()).flatMap(ShopifyOrderReader::address),
                Optional.ofNullable(total).flatMap(set -> money(set.shop())),
                Optional.ofNullable(total).flatMap(set -> money(set.presentment())),
                Optional.ofNullable(order.refunds()).map(ShopifyOrderReader::ids),
                lines);
    }

    /** A status that Shopify adds one day is not taken for money received. */
    private static Payment payment(String financialStatus) {
        return switch (financialStatus.toLowerCase(Locale.ROOT)) {
            case "paid", "partially_refunded" -> Payment.PAID;
            case "refunded" -> Payment.REFUNDED;
            case "voided" -> Payment.VOIDED;
            default -> Payment.UNPAID;
        };
    }

    private static SnapshotCustomer customer(ShopifyOrder order) {
        Optional<ShopifyOrder.Customer> customer = Optional.ofNullable(order.customer());
        return new SnapshotCustomer(
                customer.flatMap(who -> text(who.id())),
                text(order.email())
                        .or(() -> text(order.contactEmail()))
                        .or(() -> customer.flatMap(who -> text(who.email()))),
                customer.flatMap(who -> name(who.firstName(), who.lastName())),
                text(order.customerLocale()));
    }

    /** Street, town and country are the least that a carrier takes. */
    private static Optional<PostalAddress> address(ShopifyOrder.Address address) {
        Optional<String> line1 = text(address.address1());
        Optional<String> city = text(address.city());
        Optional<String> country = text(address.countryCode());
        if (line1.isEmpty() || city.isEmpty() || country.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PostalAddress(
                text(address.name()).orElseGet(() -> name(address.firstName(), address.lastName())
                        .orElse("")),
                text(address.company()).orElse(""),
                line1.get(),
                text(address.address2()).orElse(""),
                city.get(),
                text(address.zip()).orElse(""),
                text(address.province()).orElse(""),
                country.get(),
                text(address.phone()).orElse("")));
    }

    private static Optional<String> name(String first, String last) {
        return text(Stream.of(text(first), text(last)).flatMap(Optional::stream).collect(Collectors.joining(" ")));
    }

    private static SnapshotLine line(ShopifyOrder.Line line) {
        Integer owed = line.currentQuantity() != null ? line.currentQuantity() : line.quantity();
        if (owed == null || owed < 0) {
            throw new UnreadableEvent("a line has no quantity");
        }
        return new SnapshotLine(
                need(line.id(), "line_items.id"),
                text(line.sku()),
                text(line.title()).orElse(""),
                owed,
                Optional.ofNullable(line.price()).flatMap(set -> money(set.shop())));
    }

    private static Set<String> ids(List<ShopifyOrder.Refund> refunds) {
        return refunds.stream().map(refund -> need(refund.id(), "refunds.id")).collect(Collectors.toSet());
    }

    private static Optional<Money> money(ShopifyOrder.Amount amount) {
        return amount == null ? Optional.empty() : ShopifyText.money(amount.amount(), amount.currency());
    }
}
