package io.esimhub.operations.database;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Refuses environments whose protections (secrets from outside, allow-listed recipients, no sandbox in prod) do not exist yet,
 * before anything is opened or started. A second profile beside them does not help.
 */
class BuiltEnvironments implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> NOT_BUILT = List.of("staging", "prod");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        namesIn(context.getEnvironment())
                .filter(NOT_BUILT::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new StartRefused(
                            "The environment " + name + " is not built yet.",
                            "Start with the profile local: leave spring.profiles.active and hub.environment away.");
                });
    }

    private static Stream<String> namesIn(Environment environment) {
        Stream<String> profiles = environment.getActiveProfiles().length > 0
                ? Arrays.stream(environment.getActiveProfiles())
                : Arrays.stream(environment.getDefaultProfiles());
        return Stream.concat(profiles, Stream.of(environment.getProperty("hub.environment", "")))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }
}
