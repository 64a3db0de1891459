package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.channels.ChannelBusy;
import io.esimhub.operations.http.HttpAnswer;
import io.esimhub.operations.http.VendorText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final AdminAnswers answers = new AdminAnswers(new ObjectMapper(), new VendorText("shpat_secret_token"));

    @Test
    void dataIsData() {
        assertThat(read(200, "{\"data\":{\"order\":null}}").path("data").has("order"))
                .isTrue();
    }

    @Test
    void throttledInATwoHundredIsAWaitUntilTheBucketHoldsTheCost() {
        assertThatThrownBy(
                        () -> read(
                                200,
                                """
                        {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
                         "extensions":{"cost":{"requestedQueryCost":202,"actualQueryCost":null,
                          "throttleStatus":{"maximumAvailable":1000,"currentlyAvailable":2,"restoreRate":50}}}}"""))
                .isInstanceOfSatisfying(
                        ChannelBusy.class, busy -> assertThat(busy.again()).isEqualTo(NOW.plusSeconds(4)));
    }

    @Test
    void fourHundredTwentyNineIsAWaitToo() {
        assertThatThrownBy(() -> answers.read(
                        new HttpAnswer(429, "text/html", new byte[0], Optional.of("7"), Optional.empty()), NOW))
                .isInstanceOfSatisfying(
                        ChannelBusy.class, busy -> assertThat(busy.again()).isEqualTo(NOW.plusSeconds(7)));
    }

    @Test
    void errorsBesideDataAreAFailureAndNeverRepeatTheToken() {
        assertThatThrownBy(
                        () -> read(
                                200,
                                "{\"data\":{},\"errors\":[{\"message\":\"no shpat_secret_token here\",\"extensions\":{\"code\":\"MAX_COST_EXCEEDED\"}}]}"))
                .isInstanceOf(AdminRefused.class)
                .hasMessageContaining("MAX_COST_EXCEEDED")
                .hasMessageNotContaining("shpat_secret_token");
    }

    @ParameterizedTest
    @CsvSource({"401,true", "403,true", "500,false", "404,false"})
    void aRefusedTokenIsTold(int status, boolean access) {
        assertThatThrownBy(() -> read(status, "{\"errors\":\"Not Found\"}"))
                .isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.access())
                        .isEqualTo(access));
    }

    @Test
    void aPageOfHtmlIsNoAnswer() {
        assertThatThrownBy(() -> answers.read(
                        new HttpAnswer(
                                200,
                                "text/html",
                                "<html>".getBytes(StandardCharsets.UTF_8),
                                Optional.empty(),
                                Optional.empty()),
                        NOW))
                .isInstanceOf(AdminRefused.class);
    }

    private com.fasterxml.jackson.databind.JsonNode read(int status, String body) {
        return answers.read(
                new HttpAnswer(
                        status,
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        Optional.empty()),
                NOW);
    }
}
