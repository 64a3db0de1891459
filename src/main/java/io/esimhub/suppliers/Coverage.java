package io.esimhub.suppliers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries out of what vendors print: codes in any case, among names, regions ({@code !GL}, {@code EU-42}) and groups. */
public final class Coverage {

    /** ISO 3166, and XK: no standard has it, and all vendors sell it. */
    private static final Set<String> KNOWN =
            Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK")).collect(Collectors.toUnmodifiableSet());

    private Coverage() {}

    /** Sorted, each once; what is no country is left out. */
    public static List<String> of(Stream<String> codes) {
        return List.copyOf(codes.map(code -> code.strip().toUpperCase(Locale.ROOT))
                .filter(KNOWN::contains)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
