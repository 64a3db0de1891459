package io.esimhub.catalog.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.esimhub.model.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of the report.
 *
 * @param sku our product's; null for what is only about the offer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Change(Kind kind, String supplierSku, String sku, Map<String, Object> details) {

    enum Kind {
        /** Never listed before. */
        @JsonProperty("offer-new")
        OFFER_NEW,
        /** In the last list, not in this one. */
        @JsonProperty("offer-vanished")
        OFFER_VANISHED,
        /** Back after it had vanished. */
        @JsonProperty("offer-returned")
        OFFER_RETURNED,
        /** Costs something else than before. */
        @JsonProperty("offer-cost")
        OFFER_COST,
        /** Twice in one list, not the same both times; the first one counts. */
        @JsonProperty("offer-listed-twice")
        OFFER_LISTED_TWICE,
        /** The variant's cost was brought up to date. */
        @JsonProperty("variant-cost")
        VARIANT_COST,
        /** Active until now, and not to be had any more: deactivated. */
        @JsonProperty("variant-withdrawn")
        VARIANT_WITHDRAWN,
        /** Deactivated by an earlier sync, and to be had again: active. */
        @JsonProperty("variant-restored")
        VARIANT_RESTORED,
        /** Nothing was done: no list ever had the bundle. */
        @JsonProperty("variant-never-listed")
        VARIANT_NEVER_LISTED,
        /** Nothing was done: two offers go by the bundle's name. */
        @JsonProperty("variant-ambiguous")
        VARIANT_AMBIGUOUS,
        /** The cost stays: the offer is in another currency. */
        @JsonProperty("variant-other-currency")
        VARIANT_OTHER_CURRENCY,
        /** The cost stays: an offer for nothing is no price. */
        @JsonProperty("variant-free-of-charge")
        VARIANT_FREE_OF_CHARGE,
        /** The product promises something else than the offer holds. */
        @JsonProperty("variant-differs")
        VARIANT_DIFFERS
    }

    static Change of(Kind kind, String supplierSku) {
        return new Change(kind, supplierSku, null, Map.of());
    }

    static Change of(Kind kind, LinkedVariant variant, Map<String, Object> details) {
        return new Change(kind, variant.supplierSku(), variant.sku(), details);
    }

    static Map<String, Object> fromTo(Money from, Money to) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", from.toString());
        details.put("to", to.toString());
        return details;
    }
}
