package io.esimhub.competitors.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorPart;
import io.esimhub.operations.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists, page after page. */
@MonitorPart("competitorLists")
class CompetitorLists {

    private final Books books;
    private final KnownCompetitors known;
    private final ObjectMapper json;

    CompetitorLists(Books books, KnownCompetitors known, ObjectMapper json) {
        this.books = books;
        this.known = known;
        this.json = json;
    }

    public Map<String, Object> runs(String name, Map<String, Object> page) {
        int limit = limit(page);
        String result =
                oneOf("result", (String) page.get("result"), "OFFERS", "DRIFT", "REFUSED", "FAILED", "INTERRUPTED");
        String competitor = known.named(name).name();
        return Pages.of("runs", books.read("runs", competitor, before(page), result, result, limit), limit);
    }

    public Map<String, Object> offers(String name, Map<String, Object> page) {
        int limit = limit(page);
        String country = country((String) page.get("country"));
        String competitor = known.named(name).name();
        List<Map<String, Object>> offers =
                new ArrayList<>(books.read("offers", competitor, after(page), country, country, limit));
        offers.replaceAll(CompetitorLists::withCountries);
        return Pages.of("offers", offers, limit);
    }

    public Map<String, Object> products(Map<String, Object> page) {
        int limit = limit(page);
        String country = country((String) page.get("country"));
        String undercut = oneOf("undercut", (String) page.get("undercut"), "true", "false");
        String flag = undercut == null ? null : "true".equals(undercut) ? "1" : "0";
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : books.read("positions", after(page), country, country, flag, flag, limit)) {
            rows.add(position(json, row));
        }
        return Pages.of("products", rows, limit);
    }

    public Map<String, Object> alerts(Map<String, Object> page) {
        int limit = limit(page);
        String state = oneOf("state", (String) page.get("state"), "OPEN", "CLOSED");
        return Pages.of("alerts", books.read("alerts", before(page), state, state, limit), limit);
    }

    /** The row's document with the row's id and time beside it. */
    static Map<String, Object> position(ObjectMapper json, Map<String, Object> row) {
        try {
            Map<String, Object> position = new LinkedHashMap<>();
            position.put("id", row.get("id"));
            position.put("computedAt", row.get("computedAt"));
            JsonNode document = json.readTree((String) row.get("document"));
            document.fields().forEachRemaining(field -> position.put(field.getKey(), field.getValue()));
            return position;
        } catch (JsonProcessingException ourOwnText) {
            throw new IllegalStateException(ourOwnText);
        }
    }

    /** The store keeps them as one text. */
    private static Map<String, Object> withCountries(Map<String, Object> row) {
        Map<String, Object> offer = new LinkedHashMap<>(row);
        offer.put("countries", List.of(((String) row.get("countries")).split(" ")));
        return offer;
    }

    private static int limit(Map<String, Object> page) {
        return ((Number) page.get("limit")).intValue();
    }

    private static long after(Map<String, Object> page) {
        return page.get("after") == null ? 0 : ((Number) page.get("after")).longValue();
    }

    private static long before(Map<String, Object> page) {
        return page.get("after") == null ? Long.MAX_VALUE : ((Number) page.get("after")).longValue();
    }

    private static String country(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[A-Za-z]{2}")) {
            throw Problem.badParameter("country", "is no country code", "send two letters, such as JP");
        }
        return text.toUpperCase(Locale.ROOT);
    }

    private static String oneOf(String field, String text, String... allowed) {
        if (text != null && !List.of(allowed).contains(text)) {
            throw Problem.badParameter(
                    field, "is not known", "send one of " + String.join(", ", allowed) + ", or leave it out");
        }
        return text;
    }
}
