package io.esimhub.chatbot.knowledge.articles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The YAML between two lines of three dashes at the very beginning. It is read by a YAML parser: CommonMark's extension takes what
 * it does not understand for text, and an author would never hear of it.
 *
 * @param fields as they were written; dates are text
 * @param bodyLine where the text begins, from 1
 */
record FrontMatter(Map<String, Object> fields, String body, int bodyLine) {

    private static final String FENCE = "---";
    private static final int MOST_CHARACTERS = 8192;

    static FrontMatter of(String text) {
        List<String> lines = text.lines().toList();
        if (!lines.get(0).stripTrailing().equals(FENCE)) {
            return new FrontMatter(Map.of(), text, 1);
        }
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).stripTrailing().equals(FENCE)) {
                return new FrontMatter(
                        fields(String.join("\n", lines.subList(1, line))),
                        String.join("\n", lines.subList(line + 1, lines.size())),
                        line + 2);
            }
        }
        throw new Wrong(
                1, "front matter", "has no end", "close it with a line of three dashes, or remove the first line");
    }

    private static Map<String, Object> fields(String yaml) {
        if (yaml.length() > MOST_CHARACTERS) {
            throw new Wrong(1, "front matter", "is longer than " + MOST_CHARACTERS + " characters", "shorten it");
        }
        try {
            Object read = parser().load(yaml);
            if (read == null) {
                return Map.of();
            }
            if (!(read instanceof Map<?, ?> map)) {
                throw new Wrong(2, "front matter", "is no list of fields", "write lines like \"title: Refunds\"");
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
            return fields;
        } catch (MarkedYAMLException broken) {
            // the mark counts from 0, and the fence is a line before it
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 2;
            throw new Wrong(
                    line,
                    "front matter",
                    "is not YAML (" + Objects.requireNonNullElse(broken.getProblem(), "unreadable") + ")",
                    "write \"name: value\", and put a value with a colon in quotes");
        } catch (YAMLException broken) {
            throw new Wrong(2, "front matter", "is not YAML", "write lines like \"title: Refunds\"");
        }
    }

    /** YAML's own dates roll over: the 31st of February would be one in March. */
    private static final class WithoutDates extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, pattern, first, limit);
            }
        }
    }

    private static Yaml parser() {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(5);
        limits.setNestingDepthLimit(5);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new WithoutDates());
    }
}
