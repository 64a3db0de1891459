package io.esimhub.suppliers.redteago;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.Contracts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedteagoSignatureTest {

    /** RFC 4231, test case 2: the key is "Jefe", the data "what do ya want for nothing?". */
    @Test
    void itIsTheHmacOfTimeIdCodeAndBodyInLowerCaseHex() {
        RedteagoSignature signature = new RedteagoSignature("want ", "Jefe");

        assertThat(signature.of("what do ", "ya ", "for nothing?".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void itEqualsTheVendorsPrintedVectorButForItsCase() throws IOException {
        JsonNode vector = new ObjectMapper()
                .readTree(Contracts.file("vectors/vectors.json").toFile()).properties().stream()
                        .filter(entry -> entry.getKey().startsWith("esim-access-request-signature"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();

        String signature = new RedteagoSignature(
                        vector.path("accessCode").asText(),
                        vector.path("secretKey").asText())
                .of(
                        vector.path("timestamp").asText(),
                        vector.path("requestId").asText(),
                        vector.path("body").asText().getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualToIgnoringCase(vector.path("hmacSha256Hex").asText());
        assertThat(signature).isLowerCase();
    }
}
