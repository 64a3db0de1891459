package io.esimhub.suppliers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

/** What can go wrong after an order was sent; none of it says whether it was taken. */
enum HttpTrouble {
    SILENCE(aResponse().withStatus(200).withFixedDelay(60_000)),
    A_BYTE_NOW_AND_THEN(json(200, " ".repeat(2000)).withChunkedDribbleDelay(600, 30_000)),
    RESET(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
    HUNG_UP(aResponse().withFault(Fault.EMPTY_RESPONSE)),
    GARBAGE(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
    CUT_OFF(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
    OVERSIZE(json(200, " ".repeat((1 << 20) + 1))),
    NOT_JSON_INSIDE(json(200, "{\"orderReference\": \"B1")),
    NOTHING_INSIDE(json(200, "")),
    JUST_NULL(json(200, "null")),
    HTML_OK(aResponse().withStatus(200).withHeader("Content-Type", "text/html").withBody("<html>Welcome</html>")),
    CSV_OK(aResponse().withStatus(200).withHeader("Content-Type", "text/csv").withBody("ICCID,Matching ID")),
    NO_CONTENT(aResponse().withStatus(204)),
    FOUND_ELSEWHERE(aResponse().withStatus(302).withHeader("Location", "/elsewhere")),
    MOVED_FOR_GOOD(aResponse().withStatus(308).withHeader("Location", "/elsewhere")),
    REQUEST_TIMEOUT(json(408, "{\"message\":\"timeout\"}")),
    REQUEST_TIMEOUT_PAGE(
            aResponse().withStatus(408).withHeader("Content-Type", "text/html").withBody("<html>")),
    SERVER_ERROR(json(500, "{\"message\":\"error\"}")),
    BAD_GATEWAY(
            aResponse().withStatus(502).withHeader("Content-Type", "text/html").withBody("<html>")),
    UNAVAILABLE(json(503, "{\"message\":\"processing\"}").withHeader("Retry-After", "3")),
    GATEWAY_TIMEOUT(aResponse().withStatus(504)),
    REFUSED_WITHOUT_A_WORD(aResponse().withStatus(400)),
    REFUSED_IN_BINARY(
            aResponse().withStatus(422).withHeader("Content-Type", "image/png").withBody("PNG")),
    STRANGE_STATUS(json(418, "{\"message\":\"teapot\"}"));

    final ResponseDefinitionBuilder answer;

    HttpTrouble(ResponseDefinitionBuilder answer) {
        this.answer = answer;
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
