package io.esimhub.suppliers.redteago;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.CallbackReading;
import io.esimhub.suppliers.CallbackReading.Believed;
import io.esimhub.suppliers.CallbackReading.EsimChanged;
import io.esimhub.suppliers.CallbackReading.OrderChanged;
import io.esimhub.suppliers.Contracts;
import io.esimhub.suppliers.SupplierCallback;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RedteagoCallbacksTest {

    private static final String CODE = "a-code-of-a-test";
    private static final String SECRET = "a-secret-of-a-test";
    private static final String ORDER_STATUS =
            "{\"notifyType\":\"ORDER_STATUS\",\"content\":{\"orderNo\":\"B1\",\"orderStatus\":\"GOT_RESOURCE\","
                    + "\"transactionId\":\"key-1\"}}";

    private final RedteagoCallbacks reader = reader(Map.of("s.access-code", CODE, "s.secret-key", SECRET));

    @Test
    void anUnsignedWebhookIsAHint() {
        assertThat(unsigned(ORDER_STATUS))
                .isEqualTo(new Believed(
                        "ORDER_STATUS:B1",
                        "ORDER_STATUS",
                        List.of(new OrderChanged(Optional.of("B1"), Optional.of("key-1")))));
    }

    @Test
    void aRightSignatureIsTakenInEitherCase() {
        String signature = new RedteagoSignature(CODE, SECRET).of("1700000000000", "id-1", bytes(ORDER_STATUS));

        assertThat(signed(ORDER_STATUS, signature)).isInstanceOf(Believed.class);
        assertThat(signed(ORDER_STATUS, signature.toUpperCase())).isInstanceOf(Believed.class);
        assertThat(signed(ORDER_STATUS + " ", signature)).isInstanceOf(CallbackReading.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deadbeef", "7EB765E27DF5373DEA2DBC8C41A7D9557743E46C8054750F3D851B3FD01D0835"})
    void aWrongSignatureIsForged(String signature) {
        assertThat(signed(ORDER_STATUS, signature)).isInstanceOf(CallbackReading.Forged.class);
    }

    @Test
    void aSignatureWithoutItsTimeAndIdIsForged() {
        var callback = new SupplierCallback(Map.of("rt-signature", "deadbeef"), bytes(ORDER_STATUS));

        assertThat(reader.read(callback)).isInstanceOf(CallbackReading.Forged.class);
    }

    @Test
    void withoutASecretKeyOfOursASignatureSaysNothing() {
        var callback = new SupplierCallback(Map.of("rt-signature", "deadbeef"), bytes(ORDER_STATUS));

        assertThat(reader(Map.of("s.access-code", CODE)).read(callback)).isInstanceOf(Believed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{\"notifyType\":"})
    void whatIsNoJsonObjectIsUnreadable(String body) {
        assertThat(unsigned(body)).isInstanceOf(CallbackReading.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_STATUS, B26042217160011, 7544949834056-1-TR_50_30, ,",
        "ESIM_STATUS, , , 26042216320015, 8910300000059824319",
        "SMDP_EVENT, , , 26042112200028, 8910300000059818839",
        "DATA_USAGE, , , 26041615170028, 89852240810732202668",
        "VALIDITY_USAGE, , , 26032416140018, 8981440039980773689",
        "CHECK_HEALTH, , , ,"
    })
    void everyPublishedWebhookIsUnderstood(String type, String order, String key, String esim, String iccid)
            throws IOException {
        String body = Files.readString(Contracts.file("esim-access/docs-webhook-" + type + ".json"));
        String notifyId = new ObjectMapper().readTree(body).path("notifyId").asText();

        Believed believed = (Believed) unsigned(body);

        assertThat(believed.topic()).isEqualTo(type);
        assertThat(believed.id()).isEqualTo(notifyId);
        if (order != null) {
            assertThat(believed.hints()).isEqualTo(List.of(new OrderChanged(Optional.of(order), Optional.of(key))));
        } else if (esim != null) {
            assertThat(believed.hints()).isEqualTo(List.of(new EsimChanged(Optional.of(esim), Optional.of(iccid))));
        } else {
            assertThat(believed.hints()).isEmpty();
        }
    }

    /** Without ids of their own, two changes of one eSIM are two; the same one again is one. */
    @Test
    void changesOfOneEsimAreNotTakenForEachOther() {
        String used =
                "{\"notifyType\":\"DATA_USAGE\",\"content\":{\"orderNo\":\"B1\",\"esimTranNo\":\"1\",\"remain\":%d}}";

        assertThat(id(used.formatted(5))).isEqualTo(id(used.formatted(5))).isNotEqualTo(id(used.formatted(4)));
    }

    @Test
    void whatIsLongerThanAnyOfTheirsIsNothing() {
        String body = "{\"notifyType\":\"%1$s\",\"notifyId\":\"%1$s\",\"content\":{\"orderNo\":\"%1$s\"}}"
                .formatted("x".repeat(5000));

        Believed believed = (Believed) unsigned(body);

        assertThat(believed.id()).hasSizeLessThan(100);
        assertThat(believed.topic()).isEqualTo("unknown");
        assertThat(believed.hints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"notifyType\":\"ORDER_STATUS\"}", "{\"notifyType\":\"ESIM_STATUS\",\"content\":\"x\"}"})
    void whatNamesNothingGivesNoHint(String body) {
        assertThat(((Believed) unsigned(body)).hints()).isEmpty();
    }

    private String id(String body) {
        return ((Believed) unsigned(body)).id();
    }

    private CallbackReading unsigned(String body) {
        return reader.read(new SupplierCallback(Map.of(), bytes(body)));
    }

    private CallbackReading signed(String body, String signature) {
        return reader.read(new SupplierCallback(
                Map.of("rt-signature", signature, "rt-timestamp", "1700000000000", "rt-requestid", "id-1"),
                bytes(body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RedteagoCallbacks reader(Map<String, String> block) {
        var settings = new Binder(new MapConfigurationPropertySource(block)).bindOrCreate("s", SupplierSettings.class);
        var properties = new SuppliersProperties(Map.of(Redteago.CODE, settings));
        return new RedteagoCallbacks(
                new RedteagoAccess(properties, new ObjectMapper(), Clock.systemUTC()), new ObjectMapper());
    }
}
