package io.esimhub.operations.web;

import static io.esimhub.operations.web.Browserless.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class RawBodyTest {

    private static final int LIMIT = 1024 * 1024;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain; charset=UTF-16",
                "application/x-java-serialized-object",
                "not a type at all"
            })
    void theRouteGetsExactlyTheBytesThatCameWhateverTheContentTypeSays(String contentType) throws Exception {
        byte[] body = "{\"a\":\"100%&b=\u00e9\u4e16\"}".getBytes(StandardCharsets.UTF_8);
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            var answer = new Browserless(port)
                    .send(new Browserless(port)
                            .to("/webhooks/test")
                            .header("Content-Type", contentType)
                            .method(method, BodyPublishers.ofByteArray(body)));
            assertThat(answer.statusCode()).as(method).isEqualTo(200);
            assertThat(json(answer).get("sha256").asText()).as(method).isEqualTo(EdgeProbe.sha256(body));
            assertThat(json(answer).get("contentType").asText()).isEqualTo(contentType);
        }
    }

    @Test
    void bytesThatAreNoTextArriveUnchanged() throws Exception {
        byte[] body = random(LIMIT);
        var answer = new Browserless(port).post("/webhooks/test", body, "application/json; charset=utf-8");
        assertThat(json(answer).get("sha256").asText()).isEqualTo(EdgeProbe.sha256(body));
        assertThat(json(answer).get("bytes").asInt()).isEqualTo(LIMIT);
    }

    @Test
    void aCompressedBodyIsNotUnpackedBecauseTheSignatureIsOverWhatWasSent() throws Exception {
        byte[] body = random(100);
        var http = new Browserless(port);
        var answer = http.send(
                http.to("/webhooks/test").header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(body)));
        assertThat(json(answer).get("sha256").asText()).isEqualTo(EdgeProbe.sha256(body));
    }

    @Test
    void noBodyIsAnEmptyBodyAndForTheChannelToJudge() throws Exception {
        var answer = new Browserless(port).post("/webhooks/test", new byte[0], "application/json");
        assertThat(json(answer).get("bytes").asInt()).isZero();
    }

    @Test
    void oneByteOverTheLimitIsTooLarge() throws Exception {
        var answer = new Browserless(port).post("/webhooks/test", new byte[LIMIT + 1], "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("code").asText()).isEqualTo("body-too-large");
        assertThat(json(answer).get("detail").asText()).contains("1048576 bytes");
    }

    @Test
    void aBodyWithoutLengthIsReadUpToTheLimitAndNoFurther() throws Exception {
        var http = new Browserless(port);
        byte[] fits = random(LIMIT);
        var accepted = http.send(
                http.to("/webhooks/test").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(fits))));
        assertThat(json(accepted).get("sha256").asText()).isEqualTo(EdgeProbe.sha256(fits));

        var refused = http.send(http.to("/webhooks/test")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]))));
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void anEndlessBodyIsAnsweredWhileItIsStillBeingSent() throws Exception {
        try (var socket = new RawSocket(port)) {
            socket.send("POST /webhooks/test HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            int sent = 0;
            try {
                for (; sent < 1000; sent++) {
                    socket.send(chunk);
                }
            } catch (IOException closedByTheServer) {
                // that is the point
            }
            assertThat(sent).as("64 KiB chunks taken of 1000").isLessThan(400);
        }
    }

    @Test
    void anAnnouncedLengthOverTheLimitIsRefusedBeforeAByteIsSent() throws Exception {
        try (var socket = new RawSocket(port)) {
            socket.send("POST /webhooks/test HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                    + "Connection: close\r\nContent-Length: 9000000\r\n\r\n");
            assertThat(socket.answer()).startsWith("HTTP/1.1 413").contains("body-too-large");
        }
    }

    @Test
    void aBodyThatStopsArrivingIsGivenUp() throws Exception {
        try (var socket = new RawSocket(port)) {
            socket.send("POST /webhooks/test HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc");
            assertThat(socket.answer()).startsWith("HTTP/1.1 408").contains("request-timeout");
        }
    }

    @Test
    void aBodyThatTricklesIsGivenUpAfterItsTimeAsAWhole() throws Exception {
        try (var socket = new RawSocket(port)) {
            socket.send("POST /webhooks/test HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
            long begun = System.nanoTime();
            var trickle = Executors.newSingleThreadScheduledExecutor();
            try {
                trickle.scheduleAtFixedRate(() -> quietly(socket), 100, 300, TimeUnit.MILLISECONDS);
                assertThat(socket.answer()).startsWith("HTTP/1.1 408");
            } finally {
                trickle.shutdownNow();
            }
            assertThat(System.nanoTime() - begun).isLessThan(10_000_000_000L);
        }
    }

    @Test
    void anImportOfOperatorsMayBeLargerThanAWebhook() throws Exception {
        var http = new Browserless(port);
        byte[] body = random(3 * LIMIT);
        var accepted = http.send(http.asOps("/api/v1/test/import").PUT(BodyPublishers.ofByteArray(body)));
        assertThat(json(accepted).get("sha256").asText()).isEqualTo(EdgeProbe.sha256(body));

        var refused =
                http.send(http.asOps("/api/v1/test/import").PUT(BodyPublishers.ofByteArray(new byte[16 * LIMIT + 1])));
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void whoIsNotLetInHasNoBodyRead() throws Exception {
        try (var socket = new RawSocket(port)) {
            socket.send("PUT /api/v1/test/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\n\r\nabc");
            assertThat(socket.answer()).startsWith("HTTP/1.1 401");
        }
    }

    private static void quietly(RawSocket socket) {
        try {
            socket.send("x");
        } catch (IOException closed) {
            // the server has given up
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
