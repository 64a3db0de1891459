package io.esimhub.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.operations.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void aSuccessIsItsJsonAndAnEmptyOneIsNothing() {
        assertThat(read(200, "application/json", "{\"a\":1}").path("a").asInt()).isEqualTo(1);
        assertThat(read(204, "", "").isMissingNode()).isTrue();
    }

    @Test
    void whoeverAsksToWaitIsWaitedFor() {
        assertThatThrownBy(() -> ApiAnswers.read(
                        new HttpAnswer(429, "application/json", new byte[0], Optional.of("9"), Optional.empty()),
                        new ObjectMapper(),
                        NOW))
                .isInstanceOfSatisfying(
                        ChannelBusy.class, busy -> assertThat(busy.again()).isEqualTo(NOW.plusSeconds(9)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 503})
    void aPageOfHtmlIsNeverAnAnswerAndIsNotRepeated(int status) {
        assertThatThrownBy(() -> read(status, "text/html", "<html>secret</html>"))
                .isInstanceOf(ApiRefused.class)
                .hasMessageContaining("HTML")
                .hasMessageNotContaining("secret");
    }

    @Test
    void brokenJsonIsNoAnswer() {
        assertThatThrownBy(() -> read(200, "application/json", "{\"a\":")).isInstanceOf(ApiRefused.class);
    }

    @Test
    void anObjectionKeepsTheVendorsWordsAndDoesNotSayThem() {
        assertThatThrownBy(() -> read(400, "application/json", "{\"errors\":[{\"message\":\"ada@example.com\"}]}"))
                .isInstanceOfSatisfying(ApiRefused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.shutOut()).isFalse();
                    assertThat(refused.body().path("errors")).hasSize(1);
                })
                .hasMessageNotContaining("ada");
    }

    private static JsonNode read(int status, String type, String body) {
        return ApiAnswers.read(
                new HttpAnswer(status, type, body.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty()),
                new ObjectMapper(),
                NOW);
    }
}
