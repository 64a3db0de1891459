package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * An order as eSIM Go shows it: in the answer to POST /orders, in GET /orders/{reference} and in the list. The date is spelt
 * {@code createdDate} there and {@code createDate} in the list; some samples capitalise {@code Order}. Numbers and texts may
 * stand for each other.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record EsimGoOrder(
        @JsonAlias("Order") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Item> order,
        BigDecimal total,
        String currency,
        String orderReference,
        @JsonAlias("createDate") String createdDate) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String item, Integer quantity, List<Esim> esims) {

        List<Esim> all() {
            return esims == null
                    ? List.of()
                    : esims.stream().filter(Objects::nonNull).toList();
        }

        /** How many were sold, whether or not they are shown. */
        int sold() {
            return quantity == null ? Math.max(1, all().size()) : quantity;
        }
    }

    /** @param smdpAddress the examples print it with {@code http://} in front */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Esim(String iccid, String matchingId, String smdpAddress) {}

    List<Item> items() {
        return order == null
                ? List.of()
                : order.stream().filter(Objects::nonNull).toList();
    }

    int sold() {
        return items().stream().mapToInt(Item::sold).sum();
    }

    boolean hasReference() {
        return orderReference != null && !orderReference.isBlank() && orderReference.length() <= 100;
    }
}
