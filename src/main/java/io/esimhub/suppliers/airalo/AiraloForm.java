package io.esimhub.suppliers.airalo;

import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.suppliers.SupplierSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/**
 * A body as {@code multipart/form-data}, the only form that the API's document gives for its POSTs.
 *
 * @param fields by name
 */
record AiraloForm(Map<String, String> fields) {

    /** The library's own adds a charset, which a form has none of. */
    private static final ContentType FORM = ContentType.create("multipart/form-data");

    private static final ContentType TEXT = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);

    static AiraloForm token(SupplierSettings settings) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", String.valueOf(settings.clientId()));
        fields.put("client_secret", String.valueOf(settings.clientSecret()));
        fields.put("grant_type", "client_credentials");
        return new AiraloForm(fields);
    }

    /** Never {@code to_email}: Airalo would write to the customer too. */
    static AiraloForm order(SupplierOrderRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("quantity", Integer.toString(request.quantity()));
        fields.put("package_id", request.supplierSku());
        fields.put("type", "sim");
        fields.put("description", request.key());
        return new AiraloForm(fields);
    }

    /** @param webhookUrl where the eSIMs are told */
    AiraloForm toldAt(String webhookUrl) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put("webhook_url", webhookUrl);
        return new AiraloForm(more);
    }

    Written written() {
        MultipartEntityBuilder builder = MultipartEntityBuilder.create()
                .setContentType(FORM)
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8);
        fields.forEach((name, value) -> builder.addTextBody(name, value, TEXT));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HttpEntity entity = builder.build()) {
            entity.writeTo(bytes);
            return new Written(entity.getContentType(), bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @param contentType with the boundary */
    record Written(String contentType, byte[] body) {}

    /** Never the secret. */
    @Override
    public String toString() {
        return "AiraloForm" + fields.keySet();
    }
}
