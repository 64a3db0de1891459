package io.esimhub.competitors;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** {@code hub.competitors} as an application.yaml would give it. */
public final class TestSettings {

    private final Map<String, String> lines = new HashMap<>();

    private TestSettings() {}

    /** This machine may be visited. */
    public static TestSettings local() {
        return new TestSettings().with("allowed-private-hosts", "localhost");
    }

    public TestSettings with(String name, String value) {
        lines.put("hub.competitors." + name, value);
        return this;
    }

    /** Nothing is waited for for long. */
    public TestSettings impatient() {
        return with("fetching.read-timeout", "300ms").with("fetching.deadline", "600ms");
    }

    /** Of the first source of the competitor {@code bargain}. */
    public TestSettings source(String name, String value) {
        return with("shops.bargain.sources[0]." + name, value);
    }

    /** A JSON list of plans: {@code {"plans": [{"id", "name", "countries", "gb", "days", "price", "currency"}]}}. */
    public TestSettings json(String url) {
        return source("type", "json")
                .source("url", url)
                .source("items", "$.plans[*]")
                .source("fields.id", "$.id")
                .source("fields.title", "$.name")
                .source("fields.countries", "$.countries")
                .source("fields.data", "$.gb")
                .source("fields.validity", "$.days")
                .source("fields.price", "$.price")
                .source("fields.currency", "$.currency");
    }

    /** A page of plans: {@code <li class=plan id=…><h2>Japan</h2><p>5 GB, 30 days</p><b>$9.50</b></li>}. */
    public TestSettings html(String url) {
        return source("type", "html")
                .source("url", url)
                .source("items", "li.plan")
                .source("fields.id", "@id")
                .source("fields.title", "p")
                .source("fields.countries", "h2")
                .source("fields.price", "b")
                .source("defaults.currency", "USD");
    }

    public CompetitorProperties bind() {
        return new Binder(new MapConfigurationPropertySource(lines))
                .bindOrCreate("hub.competitors", CompetitorProperties.class);
    }
}
