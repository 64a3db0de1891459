package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import io.esimhub.testing.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that shows the API's document. */
class ApiDocsTest extends RunningHub {

    @Test
    void aBrowserShowsEveryOperationAndAsksNobodyElse() {
        assumeThat(Browser.isInstalled()).as("a browser on this machine").isTrue();
        List<String> asked = new CopyOnWriteArrayList<>();
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (Browser browser = new Browser()) {
            Page page = browser.asOperator();
            page.onRequest(request -> asked.add(request.url()));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(CALLS.base() + "/api/docs");

            page.locator("#operations-orders-ops-orders").click();
            page.getByText("externalName", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .waitFor();
            assertThat(page.locator(".opblock").count())
                    .isEqualTo(CALLS.get("/api/openapi.json")
                            .findValues("operationId")
                            .size());
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "api-docs.png")));
        }
        assertThat(asked)
                .filteredOn(url -> !url.startsWith("data:"))
                .isNotEmpty()
                .allMatch(url -> url.startsWith(CALLS.base() + "/api/"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void thePageMayLoadNothingFromElsewhereAndIsAskedForAnewUnlessItIsTheSame() throws Exception {
        HttpResponse<String> page = get("/api/docs", null);
        HttpResponse<String> script = get("/api/docs/swagger-ui-bundle.js", null);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'"));
        assertThat(script.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-cache", "private"));
        assertThat(get(
                                "/api/docs/swagger-ui-bundle.js",
                                script.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/docs/swagger-ui.js",
                "/api/docs/oauth2-redirect.html",
                "/api/docs/..%2f..%2fapplication.yaml",
                "/webjars/swagger-ui/5.29.3/index.html",
                "/config/application.yaml",
                "/openapi/orders.yaml"
            })
    void whatThePageDoesNotNeedIsNotServed(String path) throws Exception {
        assertThat(get(path, null).statusCode()).isIn(400, 404);
    }

    @Test
    void nobodySeesItWithoutALogin() {
        assertThat(CALLS.send("GET", "/api/docs", null, Map.of()).status()).isEqualTo(401);
        assertThat(CALLS.send("GET", "/api/docs/page.js", null, Map.of()).status())
                .isEqualTo(401);
    }

    private static HttpResponse<String> get(String path, String etag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(CALLS.base() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes()));
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
