package io.esimhub.suppliers.stock;

/**
 * How much there is of one SKU.
 *
 * @param free can be sold now
 * @param expired on the shelf, but too old to be sold
 * @param returned back and not to be sold again
 * @param lowMark the alarm's figure for this SKU
 * @param low so few are free, or fewer
 */
record StockLevel(
        String sku,
        String kind,
        int free,
        int expired,
        int allocated,
        int picked,
        int shipped,
        int activated,
        int returned,
        int withdrawn,
        int lowMark,
        boolean low) {}
