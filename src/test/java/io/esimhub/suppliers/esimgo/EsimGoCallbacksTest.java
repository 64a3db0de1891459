package io.esimhub.suppliers.esimgo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.CallbackReading;
import io.esimhub.suppliers.CallbackReading.Believed;
import io.esimhub.suppliers.CallbackReading.EsimChanged;
import io.esimhub.suppliers.Contracts;
import io.esimhub.suppliers.SupplierCallback;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EsimGoCallbacksTest {

    private static final String KEY = "a-key-of-a-test";
    private static final String ICCID = "89445000000000000012";

    private final EsimGoCallbacks reader = reader(KEY);

    @Test
    void theSignatureIsTakenInBase64AndInHex() throws Exception {
        String body = "{\"iccid\":\"" + ICCID + "\",\"alertType\":\"Utilisation\"}";
        byte[] hmac = hmac(KEY, body);

        for (String signature : new String[] {
            Base64.getEncoder().encodeToString(hmac),
            HexFormat.of().formatHex(hmac),
            HexFormat.of().withUpperCase().formatHex(hmac)
        }) {
            assertThat(reader.read(callback(body, signature))).isInstanceOfSatisfying(Believed.class, believed -> {
                assertThat(believed.topic()).isEqualTo("Utilisation");
                assertThat(believed.hints()).containsExactly(new EsimChanged(Optional.of(ICCID), Optional.of(ICCID)));
            });
        }
    }

    @Test
    void bothPrintedVectorsAreTaken() throws IOException {
        JsonNode vector = new ObjectMapper()
                .readTree(Contracts.file("vectors/vectors.json").toFile())
                .path("esim-go-callback-v3 (COMPUTED HERE, made-up key)");
        String body = vector.path("rawBody").asText();
        EsimGoCallbacks reader = reader(vector.path("apiKey").asText());

        assertThat(vector.properties())
                .filteredOn(entry -> entry.getKey().startsWith("X-Signature"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(
                                reader.read(callback(body, entry.getValue().asText())))
                        .isInstanceOf(Believed.class));
    }

    @Test
    void thePublishedCallbackIsUnderstood() throws Exception {
        String body = Files.readString(Contracts.file("esim-go/post-your-usage-callback-url--request.json"));

        assertThat(hints(body))
                .isEqualTo(java.util.List.of(
                        new EsimChanged(Optional.of("8944538532008160222"), Optional.of("8944538532008160222"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deadbeef", "not base64!", "AAAA", "GH89Mc0/fg/P2VGsNogiXtMKa1N20r/y4U0GmIaCZfQ="})
    void anotherSignatureIsForged(String signature) {
        assertThat(reader.read(callback("{}", signature))).isInstanceOf(CallbackReading.Forged.class);
    }

    @Test
    void theUnsignedVersion2IsNotBelieved() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(new SupplierCallback(Map.of(), body))).isInstanceOf(CallbackReading.Forged.class);
    }

    @Test
    void withoutAKeyOfOursNothingIsBelieved() throws Exception {
        assertThat(reader("").read(callback("{}", "AAAA"))).isInstanceOf(CallbackReading.Forged.class);
    }

    @Test
    void aSignedBodyOfOtherBytesIsForged() throws Exception {
        String signature = Base64.getEncoder().encodeToString(hmac(KEY, "{\"alertType\":\"LowBalance\"}"));

        assertThat(reader.read(callback("{\"alertType\":\"LowBalance\" }", signature)))
                .isInstanceOf(CallbackReading.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{\"iccid\":", "\"text\"", "{} {}"})
    void whatIsSignedAndNoJsonObjectIsUnreadable(String body) throws Exception {
        assertThat(signed(body)).isInstanceOf(CallbackReading.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"89445000000000000012", "\"89445000000000000012\""})
    void anIccidOfTwentyDigitsIsReadToTheLast(String iccid) throws Exception {
        assertThat(hints("{\"alertType\":\"FirstUse\",\"iccid\":" + iccid + "}"))
                .isEqualTo(java.util.List.of(new EsimChanged(Optional.of(ICCID), Optional.of(ICCID))));
    }

    @ParameterizedTest
    @CsvSource({"LowBalance", "InsufficientBalance"})
    void aLowBalanceIsWorthAsking(String type) throws Exception {
        assertThat(hints("{\"alertType\":\"" + type + "\",\"balanceInfo\":{\"balance\":1}}"))
                .isEqualTo(java.util.List.of(new CallbackReading.BalanceLow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alertType\":\"Topup\",\"bundle\":{\"newAmount\":1}}",
                "{\"iccid\":8.944e18,\"alertType\":\"FirstUse\"}",
                "{\"iccid\":{\"a\":1}}",
                "{}"
            })
    void whatIsOfNoUseIsBelievedWithoutAHint(String body) throws Exception {
        assertThat(hints(body)).isEqualTo(java.util.List.of());
    }

    @Test
    void theSameBytesHaveTheSameIdAndOthersAnother() throws Exception {
        String body = "{\"event\":\"esim.deleted\",\"iccid\":\"" + ICCID + "\"}";

        assertThat(((Believed) signed(body)).topic()).isEqualTo("esim.deleted");
        assertThat(((Believed) signed(body)).id())
                .isEqualTo(((Believed) signed(body)).id())
                .isNotEqualTo(((Believed) signed(body + " ")).id())
                .hasSize(64);
    }

    private Object hints(String body) throws Exception {
        return ((Believed) signed(body)).hints();
    }

    private CallbackReading signed(String body) throws Exception {
        return reader.read(callback(body, Base64.getEncoder().encodeToString(hmac(KEY, body))));
    }

    private static SupplierCallback callback(String body, String signature) {
        return new SupplierCallback(Map.of("x-signature-sha256", signature), body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(String key, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    }

    private static EsimGoCallbacks reader(String key) {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("s.api-key", key)))
                .bindOrCreate("s", SupplierSettings.class);
        ObjectMapper json = new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        return new EsimGoCallbacks(new EsimGoRequests(new SuppliersProperties(Map.of(EsimGo.CODE, settings))), json);
    }
}
