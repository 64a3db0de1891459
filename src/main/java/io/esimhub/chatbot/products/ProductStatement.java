package io.esimhub.chatbot.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The statement for a question: it holds only the conditions that are asked for, so that each of them can use its index. */
record ProductStatement(String sql, List<Object> arguments) {

    private static final String COLUMNS =
            """
            select sku, name, kind, countries, data_mb, validity_days, retail_amount, retail_currency, status, updated_at
            from catalog.products where
            """;

    /** How far away a product is: of what is asked for, the logarithm of the ratio, and doubled if the customer would run short. */
    private static final String CLOSEST = COLUMNS
            + """
            status = 'active' and (countries && ?::text[] or sku = any (?::text[]) or words @@ to_tsquery('simple', ?))
                and (?::text is null or retail_currency = ?)
            order by sku = any (?::text[]) desc, (select count(*) from unnest(?::text[]) c where c = any (countries)) desc,
                case when ? then (data_mb is not null)::int
                    else abs(ln(coalesce(data_mb, 1000000)::float / coalesce(?, data_mb, 1000000)))
                        * case when data_mb < ? * 0.975 then 2 else 1 end end
                + abs(ln(coalesce(validity_days, 365)::float / coalesce(?, validity_days, 365)))
                    * case when validity_days < ? then 2 else 1 end,
                cardinality(countries), retail_amount, sku
            limit ?""";

    static ProductStatement closest(ClosestQuestion question) {
        String[] countries = question.countries().toArray(String[]::new);
        String[] skus = question.skus().toArray(String[]::new);
        Integer megabytes = question.data()
                .map(data -> data instanceof DataWish.About about ? about.megabytes() : null)
                .orElse(null);
        boolean unlimited =
                question.data().filter(DataWish.Unlimited.class::isInstance).isPresent();
        Integer days = question.days().orElse(null);
        String currency = question.currency().orElse(null);
        String words = question.words().stream()
                .flatMap(text -> Words.of(text).stream())
                .map(ProductStatement::term)
                .collect(Collectors.joining(" | "));
        // a list that takes nulls
        return new ProductStatement(
                CLOSEST,
                Arrays.asList(
                        countries,
                        skus,
                        words,
                        currency,
                        currency,
                        skus,
                        countries,
                        unlimited,
                        megabytes,
                        megabytes,
                        days,
                        days,
                        question.limit()));
    }

    static ProductStatement one(String sku) {
        return new ProductStatement(COLUMNS + "sku = ?", List.of(sku));
    }

    static ProductStatement of(ProductQuestion question) {
        List<String> conditions = new ArrayList<>(List.of("status = 'active'"));
        List<Object> arguments = new ArrayList<>();
        question.country().ifPresent(country -> {
            conditions.add("countries @> array[?]::text[]");
            arguments.add(country);
        });
        question.data().ifPresent(data -> {
            if (data instanceof DataWish.About about) {
                conditions.add("data_mb between ? and ?");
                arguments.addAll(List.of(about.least(), about.most()));
            } else {
                conditions.add("data_mb is null");
            }
        });
        question.days().ifPresent(days -> {
            conditions.add("validity_days = ?");
            arguments.add(days);
        });
        question.currency().ifPresent(currency -> {
            conditions.add("retail_currency = ?");
            arguments.add(currency);
        });
        if (!question.words().isEmpty()) {
            conditions.add("words @@ to_tsquery('simple', ?)");
            arguments.add(question.words().stream().map(ProductStatement::term).collect(Collectors.joining(" & ")));
        }
        question.after().ifPresent(after -> {
            conditions.add("sku > ?");
            arguments.add(after);
        });
        arguments.add(question.limit() + 1);
        return new ProductStatement(
                COLUMNS + String.join(" and ", conditions) + " order by sku limit ?", List.copyOf(arguments));
    }

    /** A word of letters may go on; a number is that number. */
    private static String term(String word) {
        return Character.isDigit(word.codePointAt(0)) ? word : word + ":*";
    }
}
