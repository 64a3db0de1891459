package io.esimhub.competitors.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.RefusedWhy;
import io.esimhub.competitors.fetch.Page;
import io.esimhub.competitors.fetch.PageRefused;
import io.esimhub.competitors.fetch.PageText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** By JSONPath: one for the plans, one for each value, from the plan ({@code $} is the plan then). */
public class JsonItems implements Items {

    private static final Configuration READING = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider(JsonText.MAPPER))
            .mappingProvider(new JacksonMappingProvider(JsonText.MAPPER))
            .options(Option.SUPPRESS_EXCEPTIONS)
            .build();

    private final JsonPath items;
    private final FieldPaths fields;

    /** @throws IllegalArgumentException a path cannot be read */
    public JsonItems(CompetitorProperties.Source source) {
        this.items = path("items", source.items());
        this.fields = FieldPaths.of(source.fields());
    }

    @Override
    public Stream<RawItem> in(Page page) throws PageRefused {
        return read(nodes(page, PageText.of(page)));
    }

    Stream<RawItem> read(List<JsonNode> nodes) {
        return nodes.stream().map(fields::read);
    }

    List<JsonNode> nodes(Page page, String text) throws PageRefused {
        try {
            return all(items, JsonText.tree(text));
        } catch (IOException notJson) {
            throw new PageRefused(
                    page.address(), RefusedWhy.MALFORMED, "not JSON, or deeper or larger than anything real");
        }
    }

    /** An array that a path leads to is its elements. */
    static List<JsonNode> all(JsonPath path, JsonNode from) {
        List<JsonNode> nodes = new ArrayList<>();
        Object found = path.read(from, READING);
        if (found instanceof ArrayNode array) {
            array.forEach(nodes::add);
        } else if (found instanceof JsonNode node && !node.isNull()) {
            nodes.add(node);
        }
        return nodes;
    }

    static JsonPath path(String setting, String text) {
        try {
            return text == null ? null : JsonPath.compile(text);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(setting + " is no JSONPath: " + wrong.getMessage(), wrong);
        }
    }
}
