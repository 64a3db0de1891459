package io.esimhub.sandbox.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.sandbox.BundlePrice;
import io.esimhub.sandbox.shop.Prices;
import io.esimhub.sandbox.shop.Regions;
import io.esimhub.sandbox.shop.Till;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The packages that have a price of their own, and the balance. */
@Component
class PackageDesk {

    private final Prices prices;
    private final Till till;

    PackageDesk(Prices prices, Till till) {
        this.prices = prices;
        this.till = till;
    }

    /** All at once, as the real one does: there are no pages. */
    Envelope list(JsonNode body) {
        String slug = body.path("slug").asText("");
        String code = slug.isEmpty() ? body.path("packageCode").asText("") : slug;
        String location = body.path("locationCode").asText("");
        List<PackagePaper> packages = prices.listed(RedteagoCopy.CODE).stream()
                .filter(price -> code.isEmpty() || price.bundle().equals(code))
                .map(PackagePaper::of)
                .filter(paper -> location.isEmpty() || paper.locationCode().equals(location))
                .toList();
        return Envelope.of(Map.of("packageList", packages));
    }

    Envelope balance() {
        return Envelope.of(Map.of("balance", Amounts.tenThousandths(till.balance(RedteagoCopy.CODE))));
    }

    /** A package in the words of {@code /package/list}; volume in bytes, prices in 1/10000 USD. */
    record PackagePaper(
            String packageCode,
            String slug,
            String name,
            long price,
            String currencyCode,
            long volume,
            int smsStatus,
            int dataType,
            int unusedValidTime,
            int duration,
            String durationUnit,
            String location,
            String locationCode,
            String description,
            int activeType,
            boolean favorite,
            long retailPrice,
            String speed,
            String ipExport,
            int supportTopUpType,
            String fupPolicy,
            List<Object> locationNetworkList) {

        static PackagePaper of(BundlePrice bundle) {
            PackageName name = PackageName.of(bundle.bundle());
            long price = Amounts.tenThousandths(bundle.price());
            return new PackagePaper(
                    bundle.bundle(),
                    bundle.bundle(),
                    name.title(),
                    price,
                    "USD",
                    name.volume(),
                    0,
                    1,
                    180,
                    name.days(),
                    "DAY",
                    String.join(",", Regions.of(name.location())),
                    name.location(),
                    name.title(),
                    2,
                    false,
                    2 * price,
                    "3G/4G/5G",
                    "NL",
                    2,
                    "",
                    List.of());
        }
    }
}
