package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.suppliers.Coverage;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.UnusableAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The vendor's one big list of packages in our words. Volumes are bytes, a gigabyte being 2^30 of them. */
final class RedteagoPackages {

    private static final int PLACES = 4;

    private RedteagoPackages() {}

    /**
     * @throws UnusableAnswer if it is no list, an empty one, or one of its packages has no name or price: what is missing would be taken
     *     out of the shop
     */
    static SupplierOffers of(JsonNode list) throws UnusableAnswer {
        if (list.isEmpty() || !list.isArray()) {
            throw new UnusableAnswer("RedteaGO's list of packages is empty");
        }
        Map<String, SupplierOffer> offers = new LinkedHashMap<>();
        for (JsonNode each : list) {
            Optional<String> code = VendorJson.text(each, "packageCode");
            // two packages under one slug would be sold for each other
            String sku = VendorJson.text(each, "slug")
                    .filter(slug -> !offers.containsKey(slug))
                    .or(() -> code)
                    .orElseThrow(() -> new UnusableAnswer("a package in RedteaGO's list has neither slug nor code"));
            offers.put(sku, offer(each, sku, code));
        }
        return new SupplierOffers(List.copyOf(offers.values()));
    }

    /** 18000 are 1.80 USD. */
    static Money dollars(BigDecimal tenThousandths) {
        return money(tenThousandths, "USD");
    }

    private static Money money(BigDecimal tenThousandths, String currency) {
        return new Money(tenThousandths.movePointLeft(PLACES).setScale(PLACES, RoundingMode.HALF_UP), currency);
    }

    private static SupplierOffer offer(JsonNode each, String sku, Optional<String> code) throws UnusableAnswer {
        String currency = VendorJson.text(each, "currencyCode").orElse("USD");
        Money cost = VendorJson.number(each, "price")
                .filter(price -> price.signum() >= 0)
                .map(price -> money(price, currency))
                .orElseThrow(() -> new UnusableAnswer("a package in RedteaGO's list has no price"));
        return new SupplierOffer(
                sku,
                code.filter(other -> !other.equals(sku)).stream().toList(),
                VendorJson.text(each, "name").orElse(sku) + perDay(each),
                cost,
                true,
                Coverage.of(Stream.of(each.path("location").asText("").split(","))),
                VendorJson.amount(each, "volume").map(bytes -> new DataVolume(bytes, DataVolume.Base.BINARY)),
                VendorJson.text(each, "durationUnit").orElse("DAY").equals("DAY")
                        ? VendorJson.amount(each, "duration").map(Long::intValue)
                        : Optional.empty());
    }

    /** A day pass must not be taken for a package of the same volume: its volume comes anew every day. */
    private static String perDay(JsonNode each) {
        return switch (VendorJson.text(each, "dataType").orElse("1")) {
            case "2" -> " (each day, then slow)";
            case "3" -> " (each day, then cut off)";
            case "4" -> " (each day, unlimited)";
            default -> "";
        };
    }
}
