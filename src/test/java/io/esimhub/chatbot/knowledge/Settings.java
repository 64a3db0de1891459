package io.esimhub.chatbot.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

/** The settings that the hub ships with, and what a test has otherwise. */
public final class Settings {

    private Settings() {}

    public static KnowledgeProperties shipped() {
        return with(Map.of());
    }

    /** @param others by names below {@code hub.knowledge} */
    public static KnowledgeProperties with(Map<String, Object> others) {
        Map<String, Object> named = new HashMap<>();
        others.forEach((name, value) -> named.put("hub.knowledge." + name, value));
        MutablePropertySources shipped = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("shipped", new FileSystemResource("config/application.yaml"))
                    .forEach(shipped::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sources = new java.util.ArrayList<
                org.springframework.boot.context.properties.source.ConfigurationPropertySource>();
        sources.add(new MapConfigurationPropertySource(named));
        ConfigurationPropertySources.from(shipped).forEach(sources::add);
        return new Binder(sources)
                .bind("hub.knowledge", KnowledgeProperties.class)
                .get();
    }
}
