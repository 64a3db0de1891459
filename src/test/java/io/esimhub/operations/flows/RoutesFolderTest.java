package io.esimhub.operations.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesFolderTest {

    @TempDir
    Path folder;

    @Test
    void camelFindsEveryRouteOfEveryFolder() throws Exception {
        route("orders", "take-order");
        route("orders", "cancel-order");
        route("delivery", "send-mail");

        assertThat(routesLoadedFrom(new RoutesFolder(folder).pattern(WantedRoutes.ALL)))
                .containsExactlyInAnyOrder("take-order", "cancel-order", "send-mail");
    }

    @Test
    void aFolderWithoutARouteReplacesNothing() throws IOException {
        Files.createDirectories(folder.resolve("orders"));
        Files.writeString(folder.resolve("orders/notes.txt"), "nothing to run");

        assertThat(new RoutesFolder(folder).pattern(WantedRoutes.ALL)).isEmpty();
        assertThat(new RoutesFolder(folder.resolve("absent")).pattern(WantedRoutes.ALL))
                .isEmpty();
    }

    private void route(String domain, String id) throws IOException {
        Path file = Files.createDirectories(folder.resolve(domain)).resolve(id + ".yaml");
        Files.writeString(
                file,
                """
                - route:
                    id: %1$s
                    from:
                      uri: direct:%1$s
                      steps:
                        - log: done
                """
                        .formatted(id));
    }

    private static Iterable<String> routesLoadedFrom(String pattern) throws Exception {
        Main camel = new Main();
        camel.configure().withRoutesIncludePattern(pattern);
        camel.start();
        try {
            CamelContext context = camel.getCamelContext();
            return context.getRoutes().stream().map(route -> route.getId()).toList();
        } finally {
            camel.stop();
        }
    }
}
