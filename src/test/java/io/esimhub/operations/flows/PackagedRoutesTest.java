package io.esimhub.operations.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class PackagedRoutesTest {

    @TempDir
    Path folder;

    @Test
    void theRoutesOfTheJarAreFoundAndNamedOneByOne() throws IOException {
        Path jar =
                jarWith("routes/orders/a.yaml", "routes/orders/b.yaml", "routes/delivery/c.yaml", "routes/notes.txt");
        try (URLClassLoader classPath =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(new PackagedRoutes(new PathMatchingResourcePatternResolver(classPath)).pattern(WantedRoutes.ALL))
                    .isEqualTo(
                            "classpath:routes/delivery/c.yaml,classpath:routes/orders/a.yaml,classpath:routes/orders/b.yaml");
        }
    }

    private Path jarWith(String... names) throws IOException {
        Path jar = folder.resolve("hub.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file)) {
            content.putNextEntry(new JarEntry("routes/"));
            for (String name : List.of(names)) {
                content.putNextEntry(new JarEntry(name));
                content.closeEntry();
            }
        }
        return jar;
    }
}
