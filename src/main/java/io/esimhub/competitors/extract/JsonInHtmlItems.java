package io.esimhub.competitors.extract;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.fetch.Page;
import io.esimhub.competitors.fetch.PageRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/** By JSONPath, in the JSON that elements of an HTML page hold, such as schema.org's products in {@code application/ld+json}. */
public class JsonInHtmlItems implements Items {

    private final Evaluator holders;
    private final JsonItems json;

    /** @throws IllegalArgumentException a selector or a path cannot be read */
    public JsonInHtmlItems(CompetitorProperties.Source source) {
        this.holders = Selection.css("json-in", source.jsonIn());
        this.json = new JsonItems(source);
    }

    @Override
    public Stream<RawItem> in(Page page) throws PageRefused {
        List<JsonNode> found = new ArrayList<>();
        for (Element holder : HtmlTree.of(page).select(holders)) {
            found.addAll(json.nodes(page, holder.data().isEmpty() ? holder.text() : holder.data()));
        }
        return json.read(found);
    }
}
