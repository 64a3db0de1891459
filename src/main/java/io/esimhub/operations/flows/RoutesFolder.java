package io.esimhub.operations.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Routes in a folder on disk: {@code <folder>/<domain>/<route>.yaml}. */
record RoutesFolder(Path folder) {

    /** Camel's pattern for them, empty if there is no such folder or no route in it. */
    String pattern() {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> "file:" + file.getParent() + "/*.yaml")
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
