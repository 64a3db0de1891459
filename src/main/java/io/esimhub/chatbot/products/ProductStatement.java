package io.esimhub.chatbot.products;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statement for a question: it holds only the conditions that are asked for, so that each of them can use its index. */
record ProductStatement(String sql, List<Object> arguments) {

    private static final String COLUMNS =
            """
            select sku, name, kind, countries, data_mb, validity_days, retail_amount, retail_currency, status, updated_at
            from catalog.products where
            """;

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
