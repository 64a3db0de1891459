package io.esimhub.orders;

/**
 * Where goods are to be sent, as the channel said. Parts that it did not give are empty. {@link #toString} shows none of it.
 *
 * @param line1 street and number; never empty
 * @param city never empty
 * @param province state or region, by its name or code
 * @param country ISO 3166 two-letter code; never empty
 */
public record PostalAddress(
        String name,
        String company,
        String line1,
        String line2,
        String city,
        String zip,
        String province,
        String country,
        String phone) {

    /** All of it in one line, to compare two. */
    String text() {
        return String.join("\n", name, company, line1, line2, city, zip, province, country, phone);
    }

    @Override
    public String toString() {
        return "PostalAddress[" + country + "]";
    }
}
