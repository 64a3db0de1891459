package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.SimSecrets;
import io.esimhub.operations.secrets.SealedSecret;
import io.esimhub.operations.secrets.SecretVault;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An activation code is in the customer's mail, and nowhere else unless an operator asks for it on the record. */
class MaskedCodesTest extends RunningHub {

    @Autowired
    SecretVault vault;

    @ParameterizedTest(name = "bought at {0}")
    @CsvSource({"esim-go, esim_1GB_7D_GB_V2", "redteago, GB_1_7"})
    void noTableNoLogLineAndNoAnswerHoldsTheCodeOfADeliveredEsim(String supplier, String supplierSku) {
        String sku = "ESIM-MASKED-" + supplier.toUpperCase();
        CALLS.ops("PUT", "/api/v1/ops/catalog", Catalogs.product(sku, supplier, supplierSku, "1.95"));
        try (LogLines log = new LogLines()) {
            ShopOrder order = ShopOrder.paid(sku, 1);
            SHOP.post("orders/paid", order);
            JsonNode delivered = awaitState(order.id(), "DELIVERED");
            String code = MailedCode.of(mailsTo(order.email()).get(0)).matchingId();
            // the one place that may tell it, and does not spread it either
            reveal(esimOf(delivered), "{\"reason\": \"the customer lost the mail\"}");

            assertThat(tablesHolding(code)).isEmpty();
            assertThat(answers(order(order.id()))).noneMatch(answer -> answer.contains(code));
            assertThat(log.lines()).noneMatch(line -> line.contains(code));
        }
    }

    @Test
    void anOperatorWhoSaysWhySeesTheCodeAndIsWrittenDown() {
        ShopOrder order = ShopOrder.paid();
        SHOP.post("orders/paid", order);
        JsonNode delivered = awaitState(order.id(), "DELIVERED");
        long esim = esimOf(delivered);
        MailedCode mailed = MailedCode.of(mailsTo(order.email()).get(0));

        Calls.Answer answer = reveal(esim, "{\"reason\": \"  ticket 4711  \"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
        assertThat(answer.body().path("activationCode").asText()).isEqualTo(mailed.lpa());
        assertThat(answer.body().path("smdpAddress").asText()).isEqualTo(mailed.smdpAddress());
        assertThat(answer.body().path("matchingId").asText()).isEqualTo(mailed.matchingId());
        assertThat(answer.body().path("esim").asLong()).isEqualTo(esim);
        JsonNode views = CALLS.get("/api/v1/ops/esims/" + esim + "/views").path("views");
        assertThat(views).hasSize(1);
        assertThat(views.path(0).path("by").asText()).isEqualTo("ops");
        assertThat(views.path(0).path("reason").asText()).isEqualTo("ticket 4711");
        JsonNode told = order(order.id()).path("timeline");
        JsonNode last = told.path(told.size() - 1);
        assertThat(last.path("event").asText()).isEqualTo("activation code viewed");
        assertThat(last.path("by").asText()).isEqualTo("ops");
        assertThat(last.path("details").path("reason").asText()).isEqualTo("ticket 4711");
    }

    @Test
    void confirmationCodeAndPinsAreShownWithItWhereThereAreAny() {
        long esim = anEsim();
        SealedSecret sealed =
                vault.seal(new SimSecrets(Optional.of("1234"), Optional.of("0000"), Optional.of("12345678")).text());
        jdbc.sql("update fulfillment.esims set secrets_cipher = ?, secrets_key = ? where id = ?")
                .params(sealed.cipher(), sealed.key(), esim)
                .update();

        JsonNode shown = reveal(esim, "{\"reason\": \"a look\"}").body();

        assertThat(shown.path("confirmationCode").asText()).isEqualTo("1234");
        assertThat(shown.path("pin").asText()).isEqualTo("0000");
        assertThat(shown.path("puk").asText()).isEqualTo("12345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": \"   \"}", "{\"reason\": 7}", "[]", ""})
    void withoutAReasonNothingIsShownAndNothingWritten(String body) {
        long esim = anEsim();

        Calls.Answer answer = reveal(esim, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("field").asText()).isEqualTo("reason");
        assertThat(views(esim)).isZero();
    }

    @Test
    void aReasonThatIsTooLongOrNoJsonShowsNothing() {
        long esim = anEsim();

        assertThat(reveal(esim, "{\"reason\": \"" + "x".repeat(201) + "\"}").status())
                .isEqualTo(422);
        assertThat(reveal(esim, "{\"reason\": \"a\\u0000b\"}").status()).isEqualTo(422);
        assertThat(reveal(esim, "because").status()).isEqualTo(400);
        assertThat(views(esim)).isZero();
    }

    @Test
    void withoutALoginNothingIsShown() {
        long esim = anEsim();

        Calls.Answer answer = CALLS.send(
                "POST",
                "/api/v1/ops/esims/" + esim + "/reveal",
                "{\"reason\": \"curious\"}".getBytes(StandardCharsets.UTF_8),
                Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(views(esim)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "abc", "-1", "99999999999999999999"})
    void anEsimThatIsNotThereIsNotFound(String id) {
        String path = "/api/v1/ops/esims/" + id;

        Calls.Answer reveal = CALLS.ops("POST", path + "/reveal", "{\"reason\": \"a look\"}");

        assertThat(reveal.status()).isEqualTo(404);
        assertThat(reveal.body().path("code").asText()).isEqualTo("no-such-esim");
        assertThat(CALLS.ops("GET", path + "/views", null).status()).isEqualTo(404);
    }

    @Test
    void aCodeThatWasTamperedWithIsNotShownAndTheCauseIsNamed() {
        long esim = anEsim();
        jdbc.sql(
                        "update fulfillment.esims set code_cipher = set_byte(code_cipher, 20, 255 - get_byte(code_cipher, 20)) where id = ?")
                .param(esim)
                .update();

        Calls.Answer answer = reveal(esim, "{\"reason\": \"a look\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asText()).isEqualTo("secret-unreadable");
        assertThat(views(esim)).isZero();
    }

    private long anEsim() {
        ShopOrder order = ShopOrder.paid();
        SHOP.post("orders/paid", order);
        return esimOf(awaitState(order.id(), "DELIVERED"));
    }

    private static long esimOf(JsonNode order) {
        return order.path("lines").path(0).path("units").path(0).path("esim").asLong();
    }

    private static Calls.Answer reveal(long esim, String body) {
        return CALLS.ops("POST", "/api/v1/ops/esims/" + esim + "/reveal", body);
    }

    private long views(long esim) {
        return jdbc.sql("select count(*) from operations.secret_views where esim_id = ?")
                .param(esim)
                .query(Long.class)
                .single();
    }

    /** As text, or in bytes, which PostgreSQL prints in hexadecimal. */
    private List<String> tablesHolding(String code) {
        String hex = HexFormat.of().formatHex(code.getBytes(StandardCharsets.UTF_8));
        return jdbc
                .sql(
                        """
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')""")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql("select exists (select from " + table
                                + " row where row::text ilike :plain or row::text ilike :hex)")
                        .param("plain", "%" + code + "%")
                        .param("hex", "%" + hex + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private List<String> answers(JsonNode order) {
        String number = order.path("number").asText();
        return Stream.of(
                        "/api/v1/ops/orders",
                        "/api/v1/ops/orders/" + number,
                        "/api/v1/ops/purchases?order=" + number,
                        "/api/v1/ops/cases",
                        "/api/v1/ops/cases?state=CLOSED",
                        "/api/v1/ops/esims/" + esimOf(order) + "/views",
                        "/api/v1/ops/secrets")
                .map(path -> CALLS.get(path).toString())
                .toList();
    }
}
