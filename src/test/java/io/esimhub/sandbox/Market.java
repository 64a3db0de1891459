package io.esimhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What people do at the channels, and what the channels' own APIs say of it. */
record Market(RunningSandbox sandbox) {

    static final String ADMIN = "/sandbox/shopify/admin/api/2026-07/graphql.json";

    /** @param wish with ' for " */
    String place(String channel, String wish) throws IOException {
        return RunningSandbox.read(sandbox.post("/sandbox/orders?quiet=true&channel=" + channel, json(wish)))
                .path("orderId")
                .asText();
    }

    JsonNode many(String channel, int count, String wish) throws IOException {
        return RunningSandbox.read(
                sandbox.post("/sandbox/orders/many?channel=" + channel + "&count=" + count, json(wish)));
    }

    HttpResponse<String> act(String channel, String id, String act) throws IOException {
        return sandbox.post("/sandbox/orders/" + channel + "/" + id + "/" + act, "{}");
    }

    JsonNode known(String channel, String id) throws IOException {
        return sandbox.json("/sandbox/orders/" + channel + "/" + id);
    }

    /** The Admin API's whole answer. */
    JsonNode ask(String query) throws IOException {
        return RunningSandbox.read(admin(ADMIN, query));
    }

    HttpResponse<String> admin(String path, String query) throws IOException {
        return sandbox.post(
                path,
                new ObjectMapper().writeValueAsString(Map.of("query", query)),
                "X-Shopify-Access-Token",
                "local-admin-token");
    }

    JsonNode data(String query) throws IOException {
        JsonNode answer = ask(query);
        if (answer.has("errors")) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.path("data");
    }

    String amazonToken() throws IOException {
        return RunningSandbox.read(form("/sandbox/amazon/auth/o2/token?grant_type=refresh_token&client_id=sandbox"
                        + "&client_secret=sandbox-secret&refresh_token=sandbox-refresh"))
                .path("access_token")
                .asText();
    }

    String ebayToken() throws IOException {
        return RunningSandbox.read(sandbox.post(
                        "/sandbox/ebay/identity/v1/oauth2/token?grant_type=refresh_token&refresh_token=sandbox-refresh",
                        "",
                        "Authorization",
                        "Basic " + java.util.Base64.getEncoder().encodeToString("sandbox:sandbox-secret".getBytes())))
                .path("access_token")
                .asText();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @param path of the names of each element of a list */
    static java.util.List<String> texts(JsonNode list, String path) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.at(path).asText())
                .toList();
    }

    private HttpResponse<String> form(String path) throws IOException {
        return sandbox.post(path, "");
    }

    private static String json(String wish) {
        return wish.replace('\'', '"');
    }
}
