package io.esimhub.chatbot.knowledge.articles;

import io.esimhub.chatbot.knowledge.articles.Article.Status;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of an article's head, each checked. Other fields belong to other programs and are passed over. */
record Fields(Map<String, ?> given, Defaults defaults, String text) {

    private static final Pattern TIME_OF_DAY = Pattern.compile("[Tt ].*");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TAG = 60;
    private static final int MOST_TAGS = 30;

    /** @param firstHeading stands in for a title that was not given */
    Article article(Optional<String> firstHeading, List<Section> sections) {
        return new Article(id(), title(firstHeading), language(), tags(), writtenOn(), status(), List.copyOf(sections));
    }

    Optional<String> givenTitle() {
        return word("title").map(PlainText::of).filter(title -> !title.isEmpty());
    }

    private String id() {
        String id = word("id").orElse(defaults.id());
        if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
            throw wrong(
                    "id",
                    "is not made of lower-case letters, digits and single dashes",
                    "write one like \"data-roaming\", of at most " + LONGEST_ID + " characters");
        }
        return id;
    }

    private String title(Optional<String> firstHeading) {
        String title = givenTitle()
                .or(() -> firstHeading)
                .orElseThrow(() -> wrong("title", "is missing", "write \"title: …\", or begin with a heading"));
        if (title.length() > LONGEST_TITLE) {
            throw wrong("title", "is longer than " + LONGEST_TITLE + " characters", "shorten it");
        }
        return title;
    }

    private String language() {
        String given = word("language").orElse(defaults.language());
        return Languages.canonical(given)
                .orElseThrow(() -> wrong("language", "is not known", "write a code like \"en\" or \"pt-BR\""));
    }

    private List<String> tags() {
        Object tags = given.get("tags");
        if (tags == null) {
            return List.of();
        }
        List<String> words = (tags instanceof Collection<?> list
                        ? list.stream().map(String::valueOf)
                        : java.util.Arrays.stream(String.valueOf(tags).split(",")))
                .map(PlainText::of)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (words.size() > MOST_TAGS || words.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw wrong(
                    "tags",
                    "are too many or too long",
                    "write at most " + MOST_TAGS + " of at most " + LONGEST_TAG + " characters");
        }
        return words;
    }

    private Optional<LocalDate> writtenOn() {
        Object date = given.get("updated");
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(
                    TIME_OF_DAY.matcher(String.valueOf(date).strip()).replaceFirst("")));
        } catch (DateTimeException none) {
            throw wrong("updated", "is no date", "write it like 2026-03-31");
        }
    }

    private Status status() {
        return switch (word("status").orElse("published")) {
            case "published" -> Status.PUBLISHED;
            case "draft" -> Status.DRAFT;
            default -> throw wrong("status", "is neither \"published\" nor \"draft\"", "write one of them");
        };
    }

    private Optional<String> word(String field) {
        Object value = given.get(field);
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            throw wrong(field, "is a list, not a text", "put it in quotes, on one line");
        }
        // YAML takes "no" for false: the language of Norway
        return Optional.ofNullable(value)
                .map(given -> field.equals("language") && given.equals(false)
                        ? "no"
                        : String.valueOf(given).strip())
                .filter(text -> !text.isEmpty());
    }

    private Wrong wrong(String field, String reason, String remedy) {
        return new Wrong(line(field), field, reason, remedy);
    }

    /** Where the field stands; the first line if it is missing. */
    private int line(String field) {
        List<String> lines = text.lines().limit(200).toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith(field + ":")) {
                return line + 1;
            }
        }
        return 1;
    }
}
