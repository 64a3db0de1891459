package io.esimhub.chatbot.knowledge.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects headings and blocks in the order of the text. */
final class Outline {

    private static final int DEEPEST = 6;

    private final String[] open = new String[DEEPEST + 1];
    private final List<Section> sections = new ArrayList<>();
    private final Optional<String> title;
    private String firstHeading;
    private List<String> blocks = new ArrayList<>();

    /** @param title the heading that says the same is not repeated in paths */
    Outline(Optional<String> title) {
        this.title = title;
    }

    void heading(int level, String text) {
        String heading = PlainText.of(text);
        if (heading.isEmpty()) {
            return;
        }
        end();
        boolean isTitle = firstHeading == null
                && level == 1
                && (title.isEmpty() || title.get().equalsIgnoreCase(heading));
        if (firstHeading == null) {
            firstHeading = heading;
        }
        for (int deeper = level; deeper <= DEEPEST; deeper++) {
            open[deeper] = null;
        }
        open[level] = isTitle ? null : heading;
    }

    void block(String text) {
        String plain = PlainText.of(text);
        if (!plain.isEmpty()) {
            blocks.add(plain);
        }
    }

    /** Of a text without a title of its own. */
    Optional<String> firstHeading() {
        return Optional.ofNullable(firstHeading);
    }

    /** A heading with nothing below it is no section. */
    List<Section> sections() {
        end();
        return sections;
    }

    private void end() {
        if (!blocks.isEmpty()) {
            sections.add(new Section(path(), List.copyOf(blocks)));
            blocks = new ArrayList<>();
        }
    }

    private List<String> path() {
        List<String> path = new ArrayList<>();
        for (String heading : open) {
            if (heading != null) {
                path.add(heading);
            }
        }
        return List.copyOf(path);
    }
}
