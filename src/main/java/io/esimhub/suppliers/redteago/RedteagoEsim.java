package io.esimhub.suppliers.redteago;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.ActivationCode;
import io.esimhub.operations.http.VendorJson;
import io.esimhub.suppliers.SupplierEsim;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One eSIM in the vendor's words. ICCIDs are used again by this vendor; {@code esimTranNo} is the identity. Numbers may come
 * as text or as numbers.
 *
 * @param cancelled bought once, and given back or revoked since: nobody's eSIM any more
 * @param ready what a customer can be given; empty while the profile is not there
 */
record RedteagoEsim(
        Optional<String> esimTranNo,
        String orderNo,
        Optional<String> transactionId,
        String supplierSku,
        Optional<Instant> createdAt,
        boolean cancelled,
        Optional<SupplierEsim> ready) {

    /** Seen: {@code 2026-09-27T19:29:36+0000}, and with {@code Z} in webhooks. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    static RedteagoEsim of(JsonNode node) {
        JsonNode bundle = node.path("packageList").path(0);
        return new RedteagoEsim(
                VendorJson.text(node, "esimTranNo"),
                VendorJson.text(node, "orderNo").orElse(""),
                VendorJson.text(node, "transactionId"),
                VendorJson.text(bundle, "slug")
                        .or(() -> VendorJson.text(bundle, "packageCode"))
                        .orElse(""),
                VendorJson.text(bundle, "createTime")
                        .or(() -> VendorJson.text(node, "createTime"))
                        .flatMap(RedteagoEsim::time),
                VendorJson.text(node, "esimStatus")
                        .filter(RedteagoEsim::givenBack)
                        .isPresent(),
                esim(node));
    }

    private static Optional<SupplierEsim> esim(JsonNode node) {
        Optional<String> id = VendorJson.text(node, "esimTranNo");
        return id.flatMap(known -> code(node)
                .map(code ->
                        SupplierEsim.esim(known, VendorJson.text(node, "iccid"), code, VendorJson.text(node, "apn"))));
    }

    private static Optional<ActivationCode> code(JsonNode node) {
        try {
            return VendorJson.text(node, "ac").map(ActivationCode::parse);
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** CANCEL, REVOKE, REVOKED. */
    static boolean givenBack(String status) {
        return status.startsWith("CANCEL") || status.startsWith("REVOKE");
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
