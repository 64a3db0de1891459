package io.esimhub.chatbot.answer;

import io.esimhub.chatbot.knowledge.Passages;
import io.esimhub.chatbot.knowledge.articles.Languages;
import io.esimhub.model.CurrencyCode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A customer's question.
 *
 * @param language of the articles; empty: of any
 * @param currency of the prices; empty: of any
 */
record Question(String text, Optional<String> language, Optional<String> currency) {

    /** @throws Problem 400 naming every wrong parameter */
    static Question read(String q, String lang, String currency) {
        List<FieldError> errors = new ArrayList<>();
        String text = q == null ? "" : q.strip();
        if (text.isEmpty()
                || text.length() > Passages.LONGEST_QUESTION
                || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            errors.add(new FieldError(
                    "q",
                    "is no question of 1 to " + Passages.LONGEST_QUESTION + " characters",
                    "send the customer's words, or a part of them"));
        }
        Optional<String> language = given(lang);
        Optional<String> canonical = language.flatMap(Languages::canonical);
        if (language.isPresent() && canonical.isEmpty()) {
            errors.add(new FieldError("lang", "is no language", "send a code such as en, or leave it out"));
        }
        Optional<String> asked = given(currency);
        Optional<String> money = asked.flatMap(CurrencyCode::of);
        if (asked.isPresent() && money.isEmpty()) {
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
