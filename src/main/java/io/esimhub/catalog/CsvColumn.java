package io.esimhub.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of the catalog as CSV, in the order of an export. A file has all of them but the optional ones: an entry replaces the
 * one that is there, so a column that is left out would silently empty what it does not mention.
 */
enum CsvColumn {
    SKU("sku", Of.PRODUCT, "sku", Shape.TEXT, "fill in the product's SKU"),
    NAME("name", Of.PRODUCT, "name", Shape.TEXT, "fill in a name"),
    KIND("kind", Of.PRODUCT, "kind", Shape.TEXT, "write esim or sim"),
    COUNTRIES("countries", Of.PRODUCT, "countries", Shape.WORDS, "write ISO 3166 two-letter codes such as GB FR"),
    DATA_MB(
            "dataMb",
            Of.PRODUCT,
            "dataMb",
            Shape.NUMBER,
            "write a whole number of at least 1, or leave it empty for unlimited"),
    VALIDITY_DAYS("validityDays", Of.PRODUCT, "validityDays", Shape.NUMBER, "write a whole number of at least 1"),
    RETAIL_PRICE("retailPrice", Of.PRODUCT, "retailPrice", Shape.MONEY, Shape.MONEY_REMEDY),
    WHOLESALE_PRICE("wholesalePrice", Of.PRODUCT, "wholesalePrice", Shape.MONEY, Shape.MONEY_REMEDY),
    MARGIN_FLOOR(
            "marginFloor",
            Of.PRODUCT,
            "marginFloor",
            Shape.NUMBER,
            "write per cent of the list price, such as 12.5, or nothing"),
    STATUS("status", Of.PRODUCT, "status", Shape.TEXT, "write active or inactive"),
    TIER_PRICES(
            "tierPrices",
            Of.PRODUCT,
            "tierPrices",
            Shape.TIERS,
            "write gold>=10:2.90 USD, more of them separated by ;"),
    SUPPLIER(
            "supplier",
            Of.VARIANT,
            "supplier",
            Shape.TEXT,
            "use the code of a supplier that is there, or fill in supplierName"),
    SUPPLIER_NAME("supplierName", Of.SUPPLIER, "name", Shape.TEXT, "fill in the supplier's name, or leave it empty"),
    SUPPLIER_STATUS("supplierStatus", Of.SUPPLIER, "status", Shape.TEXT, "write active or inactive"),
    SUPPLIER_SKU("supplierSku", Of.VARIANT, "supplierSku", Shape.TEXT, "fill in the supplier's own name of the bundle"),
    COST("cost", Of.VARIANT, "cost", Shape.MONEY, Shape.MONEY_REMEDY),
    PRIORITY("priority", Of.VARIANT, "priority", Shape.NUMBER, "write a whole number of at least 0"),
    VARIANT_STATUS("variantStatus", Of.VARIANT, "status", Shape.TEXT, "write active or inactive"),
    MAX_QUANTITY(
            "maxQuantity", Of.VARIANT, "maxQuantity", Shape.NUMBER, "write a whole number of at least 1, or nothing"),
    VALID_FROM(
            "validFrom", Of.VARIANT, "validFrom", Shape.TEXT, "write a time such as 2026-07-01T00:00:00Z, or nothing"),
    VALID_TO(
            "validTo",
            Of.VARIANT,
            "validTo",
            Shape.TEXT,
            "write a later time such as 2026-09-01T00:00:00Z, or nothing"),
    VARIANT_COUNTRIES(
            "variantCountries",
            Of.VARIANT,
            "countries",
            Shape.WORDS,
            "write ISO 3166 two-letter codes such as GB FR, or nothing");

    /** What a column says something about. */
    enum Of {
        PRODUCT,
        SUPPLIER,
        VARIANT
    }

    /** How a cell is written. */
    enum Shape {
        TEXT,
        NUMBER,
        MONEY,
        WORDS,
        TIERS;

        static final String MONEY_REMEDY = "write an amount with at most four places and a currency, such as 4.50 USD";
    }

    private final String header;
    private final Of of;
    private final String member;
    private final Shape shape;
    private final String remedy;

    CsvColumn(String header, Of of, String member, Shape shape, String remedy) {
        this.header = header;
        this.of = of;
        this.member = member;
        this.shape = shape;
        this.remedy = remedy;
    }

    static Optional<CsvColumn> named(String header) {
        String wanted = header.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.header.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    static List<CsvColumn> of(Of what) {
        return Stream.of(values()).filter(column -> column.of == what).toList();
    }

    String header() {
        return header;
    }

    Of of() {
        return of;
    }

    /** Its name in the JSON document. */
    String member() {
        return member;
    }

    Shape shape() {
        return shape;
    }

    String remedy() {
        return remedy;
    }

    /** The import does not touch what these would say. */
    boolean optional() {
        return this == TIER_PRICES || of == Of.SUPPLIER;
    }
}
