package io.esimhub.chatbot.products;

import io.esimhub.model.CurrencyCode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads the query parameters of a list of products. Every wrong one is named at once. */
final class QuestionReader {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_WORDS = 10;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final UnaryOperator<String> parameters;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param parameters the value of a query parameter by its name, or null */
    QuestionReader(UnaryOperator<String> parameters) {
        this.parameters = parameters;
    }

    /** @throws Problem 400 naming every wrong parameter */
    ProductQuestion read() {
        ProductQuestion question = new ProductQuestion(
                read("country", QuestionReader::country, "is no ISO 3166 two-letter code", "send a code such as JP"),
                read("dataMb", QuestionReader::data, "is no amount", "send megabytes such as 5000, or unlimited"),
                read("days", QuestionReader::number, "is no number of days", "send one such as 30"),
                read(
                                "text",
                                QuestionReader::words,
                                "has no word to look for, or more than 200 characters or 10 words",
                                "send some words of a name, or a SKU")
                        .orElse(List.of()),
                read("currency", CurrencyCode::of, "is no ISO 4217 code", "send a code such as USD"),
                read("after", QuestionReader::cursor, "is no cursor", "send the \"next\" of the page before"),
                read("limit", QuestionReader::limit, "is no number from 1 to 200", "send one, or leave it out")
                        .orElse(DEFAULT_LIMIT));
        if (!errors.isEmpty()) {
            throw Problem.badParameters(errors);
        }
        return question;
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> value, String reason, String remedy) {
        String text = parameters.apply(name);
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> read = value.apply(text.strip());
        if (read.isEmpty()) {
            errors.add(new FieldError(name, reason, remedy));
        }
        return read;
    }

    private static Optional<String> country(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains);
    }

    private static Optional<DataWish> data(String text) {
        return "unlimited".equalsIgnoreCase(text)
                ? Optional.of(new DataWish.Unlimited())
                : number(text).map(DataWish.About::new);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("0*[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Integer> limit(String text) {
        return number(text).filter(limit -> limit <= MAX_LIMIT);
    }

    private static Optional<List<String>> words(String text) {
        List<String> words = Words.of(text);
        return text.length() > LONGEST_TEXT || words.isEmpty() || words.size() > MOST_WORDS
                ? Optional.empty()
                : Optional.of(words);
    }

    private static Optional<String> cursor(String text) {
        try {
            byte[] sku = Base64.getUrlDecoder().decode(text);
            // the database has no text with a NUL in it
            return new String(sku, StandardCharsets.UTF_8).indexOf(0) < 0
                            && Arrays.equals(
                                    cursorOf(new String(sku, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.US_ASCII),
                                    text.getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(new String(sku, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static String cursorOf(String sku) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sku.getBytes(StandardCharsets.UTF_8));
    }
}
