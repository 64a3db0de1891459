package io.esimhub.chatbot.answer;

import io.esimhub.chatbot.knowledge.articles.Languages;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A customer's question.
 *
 * @param language of the articles; empty: of any
 * @param currency of the prices; empty: of any
 */
record Question(String text, Optional<String> language, Optional<String> currency) {

    private static final int LONGEST = 500;
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** @throws Problem 400 naming every wrong parameter */
    static Question read(String q, String lang, String currency) {
        List<FieldError> errors = new ArrayList<>();
        String text = q == null ? "" : q.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            errors.add(new FieldError(
                    "q",
                    "is no question of 1 to " + LONGEST + " characters",
                    "send the customer's words, or a part of them"));
        }
        Optional<String> language = given(lang);
        Optional<String> canonical = language.flatMap(Languages::canonical);
        if (language.isPresent() && canonical.isEmpty()) {
            errors.add(new FieldError("lang", "is no language", "send a code such as en, or leave it out"));
        }
        Optional<String> money = given(currency).map(code -> code.toUpperCase(Locale.ROOT));
        if (money.filter(code -> !KNOWN.contains(code)).isPresent()) {
            errors.add(new FieldError("currency", "is no ISO 4217 code", "send a code such as USD, or leave it out"));
        }
        if (!errors.isEmpty()) {
            throw Problem.badParameters(errors);
        }
        return new Question(text, canonical, money);
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }
}
