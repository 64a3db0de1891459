package io.esimhub.operations.web;

import static io.esimhub.operations.web.Browserless.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EdgeProbe probe;

    @Test
    void aProblemNamesTheFieldAndTheRemedy() throws Exception {
        var answer = failing("bad-field");
        assertProblem(answer, 422, "bad-catalog");
        assertThat(json(answer).get("type").asText()).isEqualTo("urn:esim-hub:problem:bad-catalog");
        assertThat(json(answer).get("title").asText()).isEqualTo("Unprocessable Entity");
        var error = json(answer).get("errors").get(0);
        assertThat(error.get("field").asText()).isEqualTo("products[3].cost.amount");
        assertThat(error.get("reason").asText()).isEqualTo("is negative");
        assertThat(error.get("remedy").asText()).isEqualTo("send zero or more");
    }

    @Test
    void aBugTellsTheCallerNothingButTheIdUnderWhichItIsLogged(CapturedOutput log) throws Exception {
        var answer = failing("bug");
        assertProblem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("hunter2", "IllegalState", "io.esimhub.operations");
        String id = json(answer).get("errorId").asText();
        assertThat(id).hasSize(36);
        assertThat(log.getAll()).contains(id).contains("IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "resource"})
    void whileTheDatabaseIsAwayTheCallerIsAskedToComeBack(String kind) throws Exception {
        var answer = failing(kind);
        assertProblem(answer, 503, "database-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @Test
    void aFailureThatIsAnsweredStillRollsTheTransactionBack() throws Exception {
        var http = new Browserless(port);
        var answer = http.send(http.asOps("/api/v1/test/transactions/conflict").POST(BodyPublishers.noBody()));
        assertProblem(answer, 409, "already-decided");
        assertThat(probe.lastTransaction).hasValue("rolled back");

        var fine = http.send(http.asOps("/api/v1/test/transactions/none").POST(BodyPublishers.noBody()));
        assertThat(fine.statusCode()).isEqualTo(204);
        assertThat(probe.lastTransaction).hasValue("committed");
    }

    @Test
    void aRouteThatForgotToAskForProblemsAnswersWithThemToo() throws Exception {
        assertProblem(new Browserless(port).get("/webhooks/forgetful/conflict"), 409, "already-decided");
        var bug = new Browserless(port).get("/webhooks/forgetful/bug");
        assertProblem(bug, 500, "internal-error");
        assertThat(bug.body()).doesNotContain("hunter2");
    }

    @Test
    void anAddressThatDoesNotExistIsAProblem() throws Exception {
        assertProblem(new Browserless(port).get("/webhooks/nobody"), 404, "not-found");
        assertProblem(new Browserless(port).getAsOps("/api/v1/nothing"), 404, "not-found");
        assertProblem(new Browserless(port).getAsOps("/error"), 404, "not-found");
    }

    @Test
    void aMethodThatIsNotKnownIsToldWhichAre() throws Exception {
        var http = new Browserless(port);
        var answer = http.send(http.asOps("/api/v1/test/import").POST(BodyPublishers.noBody()));
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("PUT"));
    }

    @Test
    void aBrowserThatAsksForHtmlGetsTheProblemToo() throws Exception {
        var http = new Browserless(port);
        assertProblem(http.send(http.to("/webhooks/nobody").header("Accept", "text/html")), 404, "not-found");
        assertProblem(
                http.send(http.asOps("/api/v1/test/failures/conflict").header("Accept", "text/html")),
                409,
                "already-decided");
        assertProblem(http.send(http.asOps("/actuator/health").header("Accept", "image/png")), 406, "not-acceptable");
    }

    @Test
    void anUnknownContentTypeAtAnEndpointOfTheFrameworkIsAProblem() throws Exception {
        var http = new Browserless(port);
        assertProblem(
                http.send(http.asOps("/actuator/health").POST(BodyPublishers.ofString("x"))),
                405,
                "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /webhooks/te{st HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "GET /webhooks/test HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /webhooks/test HTTP/1.1\r\n\r\n",
                "GET /webhooks/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /webhooks//test;x=1/..%2f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /webhooks/test HTTP/1.1\r\nHost: localhost\r\nContent-Length: nine\r\nConnection: close\r\n\r\n",
                "POST /webhooks/test HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: strange\r\nConnection: close\r\n\r\n",
                "POST /webhooks/test HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\nab\r\n",
                "TRACE /webhooks/test HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "BREW /webhooks/test HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void whatIsNotEvenHttpIsNeverAnsweredWithHtmlOrTheServersName(String request) throws Exception {
        try (var socket = new RawSocket(port)) {
            String answer = socket.send(request).answer();
            assertThat(answer).matches("(?s)HTTP/1.1 [45].*");
            assertThat(answer.toLowerCase()).doesNotContain("<html", "<!doctype", "tomcat", "apache", "exception");
            assertThat(answer).contains("application/problem+json").contains("urn:esim-hub:problem:");
        }
    }

    @Test
    void aHeaderThatIsTooLongIsAProblem() throws Exception {
        try (var socket = new RawSocket(port)) {
            String answer = socket.send(
                            "GET /webhooks/test HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\n\r\n")
                    .answer();
            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .contains("application/problem+json")
                    .doesNotContain("<html");
        }
    }

    private HttpResponse<String> failing(String kind) throws Exception {
        return new Browserless(port).getAsOps("/api/v1/test/failures/" + kind);
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("code").asText()).isEqualTo(code);
        assertThat(json(answer).get("detail").asText()).isNotBlank();
    }
}
