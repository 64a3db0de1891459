package io.esimhub.operations.security;

import static io.esimhub.operations.web.Browserless.basic;
import static io.esimhub.operations.web.Browserless.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.operations.web.Browserless;
import io.esimhub.operations.web.EdgeTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class AccessRulesTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/error",
                "/api/v1/test/greetings/you",
                "/api/v1/nothing",
                "/console",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/hawtio",
                "/actuator/hawtio/index.html",
                "/actuator/hawtio/jolokia",
                "/actuator/jolokia",
                "/actuator/jolokia/version",
                "/actuator/health/db",
                "/actuator/env",
                "/webhooks/../api/v1/test/greetings/you",
                "/webhooksx"
            })
    void withoutALoginNothingIsShownNotEvenWhetherItExists(String path) throws Exception {
        HttpResponse<String> answer = new Browserless(port).get(path);
        assertThat(answer.statusCode()).isIn(401, 400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (answer.statusCode() == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .contains("Basic realm=\"eSIM Hub\", charset=\"UTF-8\"");
            assertThat(json(answer).get("code").asText()).isEqualTo("login-required");
        }
    }

    @ParameterizedTest
    @CsvSource({"ops, wrong", "ops, OPS", "nobody, ops", "ops, ''"})
    void aWrongLoginGetsTheSameAnswerAsNone(String user, String password) throws Exception {
        var http = new Browserless(port);
        var answer = http.send(http.to("/actuator/prometheus").header("Authorization", basic(user, password)));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(http.get("/actuator/prometheus").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic b3Bz", "Bearer x"})
    void aLoginThatCannotBeReadIsRefused(String header) throws Exception {
        var http = new Browserless(port);
        assertThat(http.send(http.to("/api/v1/x").header("Authorization", header))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void operatorsSeeMetricsAndUnknownPathsAsUnknown() throws Exception {
        var http = new Browserless(port);
        assertThat(http.getAsOps("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(http.getAsOps("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(http.getAsOps("/console-that-is-not").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/nobody", "/e/some-token", "/sandbox/shop"})
    void publicPathsAskForNoLoginAndDoNotMindAStrangeOne(String path) throws Exception {
        var http = new Browserless(port);
        var answer = http.send(http.to(path).header("Authorization", basic("amazon", "forwarder")));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, , 403",
        "same-site, , 403",
        "same-origin, , 200",
        "none, , 200",
        ", https://evil.example, 403",
        ", null, 403",
        ", http://localhost:{port}, 200",
        ", , 200"
    })
    void aWriteThatAnotherSitesPageMakesIsRefusedEvenWithALogin(String site, String origin, int status)
            throws Exception {
        var http = new Browserless(port);
        var request = http.asOps("/api/v1/test/import").PUT(BodyPublishers.ofString("{}"));
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.replace("{port}", String.valueOf(port)));
        }
        assertThat(http.send(request).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/jolokia/version",
                "/actuator/hawtio/jolokia/version",
                "/actuator/hawtio/%6Aolokia/version"
            })
    void jolokiaIsNotAskedByAnotherSitesPageNotEvenByAReadBecauseItsReadsCanStopRoutes(String path) throws Exception {
        var http = new Browserless(port);
        assertThat(http.send(http.asOps(path).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nothingStartsASession() throws Exception {
        assertThat(new Browserless(port).getAsOps("/actuator/health").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }
}
