package io.esimhub.operations.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Routes in the jar: {@code routes/<domain>/<route>.yaml}. */
record PackagedRoutes(ResourcePatternResolver classPath) {

    private static final Pattern ADDRESS = Pattern.compile("/(routes/[^/]+/[^/]+\\.yaml)$");

    /**
     * Every one by its name: for each pattern with a star Camel 4.18 unpacks the whole jar and all jars in it, which takes
     * longer than the rest of the start.
     */
    String pattern(WantedRoutes wanted) {
        try {
            return Arrays.stream(classPath.getResources("classpath*:routes/*/*.yaml"))
                    .map(PackagedRoutes::nameOf)
                    .filter(wanted::includes)
                    .distinct()
                    .sorted()
                    .map(name -> "classpath:" + name)
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource route) {
        try {
            Matcher address = ADDRESS.matcher(route.getURL().toString());
            if (!address.find()) {
                throw new IllegalStateException("Not a route's address: " + route);
            }
            return address.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
