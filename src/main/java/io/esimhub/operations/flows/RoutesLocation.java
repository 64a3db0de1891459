package io.esimhub.operations.flows;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Tells Camel where the routes are: a folder {@code routes} in the working directory replaces those in the jar as a whole,
 * because a route that came from both would be defined twice. An explicit setting wins over both.
 */
class RoutesLocation implements EnvironmentPostProcessor {

    private static final String SETTING = "camel.main.routes-include-pattern";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        WantedRoutes wanted = WantedRoutes.in(environment);
        String besideTheProcess = new RoutesFolder(Path.of("routes")).pattern(wanted);
        String pattern = besideTheProcess.isEmpty() ? packagedRoutes(application, wanted) : besideTheProcess;
        if (!pattern.isEmpty()) {
            environment.getPropertySources().addLast(new MapPropertySource("routes", Map.of(SETTING, pattern)));
        }
    }

    private static String packagedRoutes(SpringApplication application, WantedRoutes wanted) {
        return new PackagedRoutes(new PathMatchingResourcePatternResolver(
                        application.getResourceLoader() == null
                                ? RoutesLocation.class.getClassLoader()
                                : application.getResourceLoader().getClassLoader()))
                .pattern(wanted);
    }
}
