package io.esimhub.operations.flows;

import io.esimhub.operations.MonitorOnly;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Which routes a process runs: all but the price monitor's; in profile {@code competitors} those too; as the monitor alone only those. */
enum WantedRoutes {
    ALL,
    WITHOUT_MONITOR,
    MONITOR_ALONE;

    private static final String MONITOR = "competitors";

    /** How every HTTP route answers a failure. */
    private static final String PROBLEMS = "problems.yaml";

    static WantedRoutes in(Environment environment) {
        if (!environment.acceptsProfiles(Profiles.of(MONITOR))) {
            return WITHOUT_MONITOR;
        }
        return environment.acceptsProfiles(Profiles.of(MonitorOnly.PROFILES)) ? MONITOR_ALONE : ALL;
    }

    boolean includes(String domain, String file) {
        return switch (this) {
            case ALL -> true;
            case WITHOUT_MONITOR -> !MONITOR.equals(domain);
            case MONITOR_ALONE -> MONITOR.equals(domain) || PROBLEMS.equals(file);
        };
    }

    /** @param route {@code routes/<domain>/<file>} */
    boolean includes(String route) {
        String[] parts = route.split("/");
        return includes(parts[1], parts[2]);
    }

    /** The pattern within a folder of which the file is wanted. */
    String filesOf(String file) {
        return this == MONITOR_ALONE && PROBLEMS.equals(file) ? PROBLEMS : "*.yaml";
    }
}
