package io.esimhub.competitors.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPath;
import io.esimhub.competitors.CompetitorProperties;
import java.util.List;
import java.util.Optional;

/** Where a plan's values lie in JSON. */
record FieldPaths(
        JsonPath id,
        JsonPath title,
        JsonPath url,
        JsonPath countries,
        JsonPath data,
        JsonPath validity,
        JsonPath price,
        JsonPath currency) {

    static FieldPaths of(CompetitorProperties.Fields fields) {
        return new FieldPaths(
                JsonItems.path("fields.id", fields.id()),
                JsonItems.path("fields.title", fields.title()),
                JsonItems.path("fields.url", fields.url()),
                JsonItems.path("fields.countries", fields.countries()),
                JsonItems.path("fields.data", fields.data()),
                JsonItems.path("fields.validity", fields.validity()),
                JsonItems.path("fields.price", fields.price()),
                JsonItems.path("fields.currency", fields.currency()));
    }

    RawItem read(JsonNode item) {
        return new RawItem(
                first(id, item),
                first(title, item),
                first(url, item),
                every(countries, item),
                first(data, item),
                first(validity, item),
                first(price, item),
                first(currency, item));
    }

    private static String first(JsonPath path, JsonNode item) {
        return every(path, item).stream().findFirst().orElse(null);
    }

    private static List<String> every(JsonPath path, JsonNode item) {
        return path == null
                ? List.of()
                : Matches.of(
                        JsonItems.all(path, item).stream().map(JsonText::value).flatMap(Optional::stream));
    }
}
