package io.esimhub.channels.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ApiRefused;
import io.esimhub.orders.ConfirmAnswer;
import io.esimhub.orders.Parcel;
import io.esimhub.orders.SentLine;
import io.esimhub.orders.SentNotice;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One telling of one order: what Amazon knows to be shipped is read, then it is told of the rest, a package for each way it travels. A
 * package's number is the same when its notice is tried again, and Amazon takes the same number as the same package.
 */
final class AmazonTelling {

    /** Packages of one notice; more than any order has. */
    private static final int NUMBERS = 100;

    private record Package(int number, Optional<Parcel> parcel, Map<String, Integer> items) {}

    private final SentNotice notice;
    private final AmazonProperties.Confirm policy;
    private final ObjectMapper json;
    private final AmazonReading reading;
    private final Deque<Package> untold = new ArrayDeque<>();
    private final List<String> references = new ArrayList<>();
    private boolean planned;
    private boolean cancelled;
    private Optional<String> marketplace = Optional.empty();

    AmazonTelling(SentNotice notice, AmazonProperties properties, ObjectMapper json) {
        this.notice = notice;
        this.policy = properties.confirm();
        this.json = json;
        this.reading = AmazonReading.of(notice.identity().externalId(), properties.ordersApi(), json);
    }

    /** For the route's loop. */
    public boolean isMore() {
        return !planned || !untold.isEmpty();
    }

    AmazonCall next() throws JsonProcessingException {
        return reading.isMore()
                ? reading.next()
                : AmazonCall.post(
                        AmazonOperation.CONFIRM_SHIPMENT,
                        "/orders/v0/orders/"
                                + AmazonAccess.encoded(notice.identity().externalId()) + "/shipmentConfirmation",
                        json.writeValueAsBytes(form(untold.peek())));
    }

    void heard(JsonNode answer) {
        if (reading.isMore()) {
            reading.heard(answer);
        } else {
            references.add("package " + untold.remove().number());
        }
        planIfRead();
    }

    /** @return false if it is not the reading that was refused, or there is no way round it */
    boolean refused(ApiRefused why) {
        return reading.isMore() && reading.refused(why);
    }

    boolean isReading() {
        return reading.isMore();
    }

    ConfirmAnswer answer() {
        return cancelled
                ? new ConfirmAnswer.Refused("the order is cancelled at Amazon: it cannot be told what was sent")
                : new ConfirmAnswer.Told(List.copyOf(references));
    }

    private void planIfRead() {
        if (!reading.isMore() && !planned) {
            planned = true;
            AmazonOrder order = reading.order();
            cancelled = order.cancelled();
            marketplace = order.marketplace();
            if (!cancelled) {
                untold.addAll(plan(order));
            }
        }
    }

    private List<Package> plan(AmazonOrder order) {
        Map<String, Integer> shipped =
                order.items().stream().collect(Collectors.toMap(AmazonOrder.Item::id, AmazonOrder.Item::shipped));
        Map<Optional<Parcel>, Map<String, Integer>> units = new LinkedHashMap<>();
        for (SentLine line : notice.lines()) {
            line.units().stream()
                    .skip(shipped.getOrDefault(line.externalId(), line.quantity()))
                    .forEach(parcel -> units.computeIfAbsent(parcel, key -> new LinkedHashMap<>())
                            .merge(line.externalId(), 1, Integer::sum));
        }
        return units.entrySet().stream()
                .map(each -> new Package(number(each.getKey()), each.getKey(), each.getValue()))
                .toList();
    }

    /** By all that was sent, told or not: what is told already must not move the others' numbers. */
    private int number(Optional<Parcel> parcel) {
        List<Optional<Parcel>> all = notice.lines().stream()
                .flatMap(line -> line.units().stream())
                .distinct()
                .toList();
        return notice.number() * NUMBERS + all.indexOf(parcel) + 1;
    }

    private Map<String, Object> form(Package sent) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("packageReferenceId", Integer.toString(sent.number()));
        detail.put("carrierCode", sent.parcel().isPresent() ? "Other" : policy.carrierCode());
        detail.put("carrierName", sent.parcel().map(Parcel::carrier).orElse(policy.carrierName()));
        if (sent.parcel().isEmpty()) {
            detail.put("shippingMethod", policy.shippingMethod());
        }
        detail.put("trackingNumber", sent.parcel().map(Parcel::trackingNumber).orElseGet(this::trackingNumber));
        detail.put("shipDate", notice.sentAt().truncatedTo(ChronoUnit.SECONDS).toString());
        detail.put(
                "orderItems",
                sent.items().entrySet().stream()
                        .map(item -> Map.of("orderItemId", item.getKey(), "quantity", item.getValue()))
                        .toList());
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("marketplaceId", marketplace.orElse(""));
        form.put("packageDetail", detail);
        return form;
    }

    private String trackingNumber() {
        return policy.trackingNumber().equals("order-number")
                ? notice.identity().externalId().replace("-", "")
                : policy.trackingNumber();
    }
}
