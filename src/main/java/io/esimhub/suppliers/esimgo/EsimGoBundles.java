package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.DataVolume;
import io.esimhub.model.Money;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.suppliers.Coverage;
import io.esimhub.suppliers.SupplierOffer;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.UnusableAnswer;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The pages of one catalogue as they come in. Mutable, and only ever in one exchange's hands.
 *
 * <p>It ends where a page brings nothing new. A server that does not know pages shows everything at once, and again.
 */
final class EsimGoBundles {

    /** Peers saw refusals above this. */
    static final int SIZE = 50;

    /** 50,000 bundles are a mistake somewhere. */
    static final int MOST = 1000;

    private static final int PLACES = 4;

    private final String currency;
    private final Map<String, SupplierOffer> offers = new LinkedHashMap<>();
    private int page = 1;
    private boolean more = true;

    /** @param currency the organisation's: the catalogue does not repeat it */
    EsimGoBundles(String currency) {
        this.currency = currency;
    }

    /** For the route's loop. */
    public boolean isMore() {
        return more;
    }

    boolean isFirst() {
        return page == 1;
    }

    String query() {
        return "page=" + page + "&perPage=" + SIZE;
    }

    /**
     * @param list the bundles of the page
     * @throws UnusableAnswer if one of them has no name or price, or the catalogue does not end: what is missing in half a list would be
     *     taken out of the shop
     */
    void add(JsonNode list) throws UnusableAnswer {
        int before = offers.size();
        for (JsonNode bundle : list) {
            SupplierOffer offer = offer(bundle);
            offers.putIfAbsent(offer.supplierSku(), offer);
        }
        more = offers.size() > before;
        if (!more && list.size() == SIZE) {
            throw new UnusableAnswer("eSIM Go's page " + page + " of the catalogue repeats the pages before");
        }
        page++;
        if (more && page > MOST) {
            throw new UnusableAnswer("eSIM Go's catalogue has more than " + MOST + " pages");
        }
    }

    /** @throws UnusableAnswer if there is not one: seen with a wrong version of the API, and without bundle groups */
    SupplierOffers all() throws UnusableAnswer {
        if (offers.isEmpty()) {
            throw new UnusableAnswer("eSIM Go's catalogue is empty");
        }
        return new SupplierOffers(List.copyOf(offers.values()));
    }

    private SupplierOffer offer(JsonNode bundle) throws UnusableAnswer {
        String name = VendorJson.text(bundle, "name")
                .orElseThrow(() -> new UnusableAnswer("a bundle in eSIM Go's catalogue has no name"));
        Money cost = VendorJson.number(bundle, "price")
                .filter(price -> price.signum() >= 0)
                .map(price -> new Money(price.setScale(PLACES, RoundingMode.HALF_UP), currency))
                .orElseThrow(() -> new UnusableAnswer("a bundle in eSIM Go's catalogue has no price"));
        return new SupplierOffer(
                name,
                List.of(),
                VendorJson.text(bundle, "description").orElse(name),
                cost,
                true,
                countries(bundle),
                data(bundle),
                VendorJson.amount(bundle, "duration").map(Long::intValue));
    }

    /** Where it is sold for and where it roams; each an object with {@code iso}, or the bare code. */
    private static List<String> countries(JsonNode bundle) {
        return Coverage.of(Stream.of("countries", "roamingEnabled")
                .flatMap(field -> StreamSupport.stream(bundle.path(field).spliterator(), false))
                .map(country -> country.isObject() ? country.path("iso").asText("") : country.asText("")));
    }

    /** In megabytes of 10^6 bytes. */
    private static Optional<DataVolume> data(JsonNode bundle) {
        return bundle.path("unlimited").asBoolean(false)
                ? Optional.empty()
                : VendorJson.amount(bundle, "dataAmount")
                        .map(megabytes -> DataVolume.megabytes(megabytes, DataVolume.Base.DECIMAL));
    }
}
