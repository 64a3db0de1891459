package io.esimhub.chatbot.knowledge.articles;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Codes of languages, as <a href="https://www.rfc-editor.org/rfc/rfc5646">BCP 47</a> says them: {@code en}, {@code pt-BR}. */
public final class Languages {

    private static final Set<String> KNOWN = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    private static final int LONGEST = 35;

    private Languages() {}

    /** The code as it is usually written; empty if the language is not one of ISO 639-1. */
    public static Optional<String> canonical(String code) {
        if (code == null || code.isBlank() || code.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(code.strip()).build();
            return KNOWN.contains(locale.getLanguage()) ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException none) {
            return Optional.empty();
        }
    }
}
