package io.esimhub.suppliers.airalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.CallbackReading;
import io.esimhub.suppliers.CallbackReading.Believed;
import io.esimhub.suppliers.Contracts;
import io.esimhub.suppliers.SupplierCallback;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AiraloCallbackTest {

    private static final String PLAIN = "{\"data\":{\"qrcode_url\":\"https://example.com/qr/1\",\"package\":\"Élan\"}}";
    private static final String PHP =
            "{\"data\":{\"qrcode_url\":\"https:\\/\\/example.com\\/qr\\/1\",\"package\":\"\\u00c9lan\"}}";

    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        suppliers = new SuppliersUnderTest();
    }

    @AfterAll
    static void stop() {
        suppliers.close();
    }

    @Test
    void theBytesThatCameOrPhpsFormOfThemProveIt() {
        AiraloSignature signature = new AiraloSignature("secret");

        assertThat(signature.proves(sign("secret", PLAIN), bytes(PLAIN))).isTrue();
        assertThat(signature.proves(sign("secret", PHP), bytes(PLAIN))).isTrue();
        assertThat(signature.proves(sign("secret", PHP).toUpperCase(), bytes(PHP)))
                .isTrue();
        assertThat(signature.proves(sign("another", PLAIN), bytes(PLAIN))).isFalse();
        assertThat(signature.proves(sign("secret", PLAIN), bytes(PLAIN.replace("1", "2"))))
                .isFalse();
        assertThat(signature.proves("", bytes(PLAIN))).isFalse();
        assertThat(new AiraloSignature(" ").proves(sign(" ", PLAIN), bytes(PLAIN)))
                .isFalse();
    }

    /** The vendor's samples sign four forms of one document; two of them reach us as one of the forms that we know. */
    @Test
    void theComputedVectorsAreProvenAsTheyWereSignedAndInPhpsFormWhateverCame() throws IOException {
        JsonNode vector = new ObjectMapper()
                .readTree(Contracts.file("vectors/vectors.json").toFile())
                .path(
                        "airalo-signature (COMPUTED HERE, made-up secret): four different canonical forms in the vendor's own samples");
        AiraloSignature signature = new AiraloSignature(vector.path("secret").asText());
        String php = vector.path("forms").path(0).path("hmacSha512Hex").asText();

        assertThat(vector.path("forms")).hasSize(4);
        for (JsonNode form : vector.path("forms")) {
            byte[] body = bytes(form.path("stringSigned").asText());
            assertThat(signature.proves(form.path("hmacSha512Hex").asText(), body))
                    .isTrue();
            assertThat(signature.proves(php, body)).isTrue();
        }
    }

    @Test
    void anOrderThatIsDoneNamesItsRequestAndOurKey() {
        String body = "{\"request_id\":\"3NhR3gKmqCWK7IWppurpDX3Cg\","
                + AiraloPapers.placed("our-key", 1, 1).substring(1);

        assertThat(read(body))
                .isEqualTo(new Believed(
                        "3NhR3gKmqCWK7IWppurpDX3Cg",
                        "async_orders",
                        List.of(new CallbackReading.OrderChanged(
                                Optional.of("3NhR3gKmqCWK7IWppurpDX3Cg"), Optional.of("our-key")))));
    }

    @Test
    void thePublishedExamplesAreUnderstood() throws IOException {
        String[] examples = Files.readString(Contracts.file("airalo/post-webhook-definition--200.jsonc.txt"))
                .replaceAll("//[^\\n]*", "")
                .split("(?<=})\\s*(?=\\{)");

        assertThat(read(examples[0])).isInstanceOfSatisfying(Believed.class, believed -> assertThat(believed.hints())
                .containsExactly(new CallbackReading.BalanceLow()));
        assertThat(read(examples[1])).isInstanceOfSatisfying(Believed.class, believed -> {
            assertThat(believed.topic()).isEqualTo("webhook_low_data");
            assertThat(believed.hints())
                    .containsExactly(
                            new CallbackReading.EsimChanged(Optional.empty(), Optional.of("87123123456889019")));
        });
    }

    @Test
    void anIccidAsANumberKeepsAllItsDigits() {
        assertThat(read("{\"level\":\"75%\",\"iccid\":89852240810732202668}"))
                .isInstanceOfSatisfying(Believed.class, believed -> assertThat(believed.hints())
                        .containsExactly(new CallbackReading.EsimChanged(
                                Optional.empty(), Optional.of("89852240810732202668"))));
    }

    @Test
    void whatIsOfNoUseToUsIsBelievedWithoutAHint() {
        assertThat(read("{\"hello\":\"there\"}"))
                .isInstanceOfSatisfying(
                        Believed.class, believed -> assertThat(believed.hints()).isEmpty());
    }

    @Test
    void withoutASignatureOrWithAWrongOneItIsForged() {
        byte[] body = bytes("{\"request_id\":\"1\"}");

        assertThat(read(Map.of(), body)).isInstanceOf(CallbackReading.Forged.class);
        assertThat(read(Map.of("airalo-signature", sign("another", "{\"request_id\":\"1\"}")), body))
                .isInstanceOf(CallbackReading.Forged.class);
        assertThat(read(Map.of("airalo-signature", "zz"), bytes("no json"))).isInstanceOf(CallbackReading.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "\"text\"", ""})
    void whatIsProvenAndNoJsonObjectIsUnreadable(String body) {
        assertThat(read(body)).isInstanceOf(CallbackReading.Unreadable.class);
    }

    private static CallbackReading read(String body) {
        return read(Map.of("airalo-signature", sign(SuppliersUnderTest.CLIENT_SECRET, body)), bytes(body));
    }

    private static CallbackReading read(Map<String, String> headers, byte[] body) {
        return suppliers.callbackReader("airalo").read(new SupplierCallback(headers, body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA512"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
