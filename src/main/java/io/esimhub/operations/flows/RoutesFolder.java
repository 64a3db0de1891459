package io.esimhub.operations.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Routes in a folder on disk: {@code <folder>/<domain>/<route>.yaml}. */
record RoutesFolder(Path folder) {

    /** Camel's pattern for those that are wanted, empty if there is no such folder or no such route in it. */
    String pattern(WantedRoutes wanted) {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> wanted.includes(
                            file.getParent().getFileName().toString(),
                            file.getFileName().toString()))
                    .map(file -> "file:" + file.getParent() + "/"
                            + wanted.filesOf(file.getFileName().toString()))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
