package io.esimhub.operations.web;

import static io.esimhub.operations.web.Browserless.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class HeadersTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/test", "/webhooks/leaky"})
    void nothingThatTheClientSentComesBack(String path) throws Exception {
        var http = new Browserless(port);
        var answer = http.send(http.to(path)
                .header("Authorization", "Bearer secret-token")
                .header("Cookie", "session=secret-cookie")
                .header("X-Test", "echo-me")
                .header("X-Shopify-Hmac-Sha256", "echo-me")
                .header("CamelSqlQuery", "select 1")
                .header("CamelHttpUri", "http://127.0.0.1:1/")
                .header("CamelHttpResponseCode", "299")
                .header("mail.smtp.host", "127.0.0.1")
                .header("Set-Cookie", "a=b")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(names(answer.headers().map().keySet()))
                .isSubsetOf(
                        "cache-control",
                        "connection",
                        "content-length",
                        "content-type",
                        "date",
                        "expires",
                        "keep-alive",
                        "pragma",
                        "referrer-policy",
                        "transfer-encoding",
                        "vary",
                        "x-content-type-options",
                        "x-frame-options",
                        "x-xss-protection");
        assertThat(answer.headers().map().toString()).doesNotContain("secret", "echo-me", "127.0.0.1");
    }

    @Test
    void headersAndParametersThatSteerACamelComponentDoNotReachARoute() throws Exception {
        var http = new Browserless(port);
        var answer = http.send(http.to("/webhooks/leaky?CamelSqlQuery=x&camelHttpUri=x&mail.smtp.host=x")
                .header("CamelSqlQuery", "select 1")
                .header("CAMELHTTPURI", "x")
                .header("mail.smtp.port", "1")
                .header("Long-Running-Action", "x")
                .header("hubOperator", "ops")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.body().toLowerCase()).doesNotContain("sql", "mail.", "long-running");
        assertThat(answer.body()).doesNotContain("CAMELHTTPURI").doesNotContain("camelHttpUri");
    }

    @Test
    void whoIsLoggedInIsKnownToTheRouteAndCannotBeSpoofed() throws Exception {
        var http = new Browserless(port);
        var operator = http.send(http.asOps("/api/v1/test/greetings/you").header("hubOperator", "mallory"));
        assertThat(json(operator).get("operator").asText()).isEqualTo("ops");
        assertThat(json(operator).get("hello").asText()).isEqualTo("you");

        var nobody = http.send(http.to("/webhooks/test?hubOperator=ops")
                .header("hubOperator", "ops")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(json(nobody).get("operator").asText()).isEmpty();
    }

    @Test
    void aRouteRunsOnTheContainersThread() throws Exception {
        var answer = new Browserless(port).post("/webhooks/test", new byte[] {1}, "text/plain");
        assertThat(json(answer).get("thread").asText()).startsWith("http-nio-");
    }

    @Test
    void nothingIsKeptInACache() throws Exception {
        var answer = new Browserless(port).getAsOps("/api/v1/test/greetings/you");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).isPresent();
    }

    private static Set<String> names(Set<String> names) {
        var lower = new TreeSet<String>();
        names.forEach(name -> lower.add(name.toLowerCase()));
        return lower;
    }
}
