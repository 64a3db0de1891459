package io.esimhub.sandbox.competitors;

import java.math.BigDecimal;

/**
 * A plan on a competitor's shelf.
 *
 * @param country ISO 3166-1 alpha-2
 * @param place its English name
 * @param price in USD
 */
record Plan(String id, String country, String place, int gb, int days, BigDecimal price) {

    Plan at(BigDecimal otherPrice) {
        return new Plan(id, country, place, gb, days, otherPrice);
    }
}
