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

    private static final Pattern FOLDER = Pattern.compile("/routes/([^/]+)/[^/]+\\.yaml$");

    /** Camel's pattern for them, one a folder: from a jar in a jar Camel 4.18 cannot read a recursive one. */
    String pattern() {
        try {
            return Arrays.stream(classPath.getResources("classpath*:routes/*/*.yaml"))
                    .map(PackagedRoutes::folderOf)
                    .distinct()
                    .sorted()
                    .map(folder -> "classpath:routes/" + folder + "/*.yaml")
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folderOf(Resource route) {
        try {
            Matcher address = FOLDER.matcher(route.getURL().toString());
            if (!address.find()) {
                throw new IllegalStateException("Not a route's address: " + route);
            }
            return address.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
