package io.esimhub.suppliers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The vendors' published schemas and examples. They are not ours to ship: the tests read them where they are. */
public final class Contracts {

    private Contracts() {}

    /** Skips the test if {@code -Dcontracts.dir} names no folder that has this file. */
    public static Path file(String name) {
        String folder = System.getProperty("contracts.dir", "");
        Path file = Path.of(folder, name);
        assumeTrue(
                !folder.isBlank() && Files.isRegularFile(file),
                () -> "skipped: -Dcontracts.dir names no folder with " + name);
        return file;
    }
}
