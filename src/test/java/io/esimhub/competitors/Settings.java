package io.esimhub.competitors;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The monitor's settings as the process would bind them. */
public final class Settings {

    private Settings() {}

    public static MonitorProperties monitor(Map<String, String> settings) {
        return bound(MonitorProperties.class, settings);
    }

    /** One competitor of the name, with a source that is never asked. */
    public static CompetitorProperties competitors(String... names) {
        Map<String, String> settings = new java.util.HashMap<>();
        for (String name : names) {
            String source = "hub.competitors.shops." + name + ".sources[0].";
            settings.put(source + "type", "json");
            settings.put(source + "url", "http://127.0.0.1:1/plans");
            settings.put(source + "items", "$.plans[*]");
            settings.put(source + "fields.id", "$.id");
            settings.put(source + "fields.price", "$.price");
        }
        return bound(CompetitorProperties.class, settings);
    }

    private static <T> T bound(Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("hub.competitors", type);
    }
}
