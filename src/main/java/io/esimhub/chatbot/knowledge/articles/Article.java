package io.esimhub.chatbot.knowledge.articles;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An article as it was written.
 *
 * @param id lower-case letters, digits and dashes
 * @param language as BCP 47 says it
 * @param writtenOn the date that it says of itself
 */
public record Article(
        String id,
        String title,
        String language,
        List<String> tags,
        Optional<LocalDate> writtenOn,
        Status status,
        List<Section> sections) {

    /** A draft is kept and not searched. */
    public enum Status {
        PUBLISHED,
        DRAFT
    }
}
