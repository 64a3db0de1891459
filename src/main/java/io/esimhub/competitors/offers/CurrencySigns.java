package io.esimhub.competitors.offers;

import io.esimhub.model.CurrencyCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which currencies a text names, by code or by sign. Signs that several currencies share name none. */
final class CurrencySigns {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("US$", "USD"),
            Map.entry("$US", "USD"),
            Map.entry("AU$", "AUD"),
            Map.entry("A$", "AUD"),
            Map.entry("CA$", "CAD"),
            Map.entry("C$", "CAD"),
            Map.entry("NZ$", "NZD"),
            Map.entry("HK$", "HKD"),
            Map.entry("SG$", "SGD"),
            Map.entry("S$", "SGD"),
            Map.entry("NT$", "TWD"),
            Map.entry("MX$", "MXN"),
            Map.entry("R$", "BRL"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("₹", "INR"),
            Map.entry("₩", "KRW"),
            Map.entry("฿", "THB"),
            Map.entry("₫", "VND"),
            Map.entry("₺", "TRY"),
            Map.entry("₪", "ILS"),
            Map.entry("₱", "PHP"),
            Map.entry("zł", "PLN"),
            Map.entry("Kč", "CZK"));

    /** Dollars, yen or yuan, crowns. */
    private static final List<String> SHARED = List.of("$", "¥", "￥", "kr");

    /** A code stands by itself, digits may touch it; of the signs the longest counts. */
    private static final Pattern ANY = Pattern.compile("(?<!\\p{L})([A-Z]{3})(?![\\p{L}$])|"
            + Stream.concat(SIGNS.keySet().stream(), SHARED.stream())
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(", ")")));

    private CurrencySigns() {}

    static boolean isCode(String text) {
        return CurrencyCode.isKnown(text);
    }

    /** In order of their codes; words of three capitals that are no currency are passed over. */
    static Set<String> namedIn(String text) {
        Set<String> named = new TreeSet<>();
        Matcher any = ANY.matcher(text);
        while (any.find()) {
            if (any.group(1) != null && isCode(any.group(1))) {
                named.add(any.group(1));
            } else if (any.group(2) != null && SIGNS.containsKey(any.group(2))) {
                named.add(SIGNS.get(any.group(2)));
            }
        }
        return named;
    }
}
