package io.esimhub.competitors.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The texts in {@code sql/competitors}. */
final class Sql {

    private Sql() {}

    static String named(String name) {
        try (InputStream file = Sql.class.getResourceAsStream("/sql/competitors/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("no statement " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema; each statement may run again on what is there. */
    static List<Statement> schema() {
        return Arrays.stream(named("schema").split(";\\s*\n"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .map(sql -> new Statement(sql, List.of()))
                .toList();
    }
}
