package io.esimhub.suppliers.esimgo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.HttpAnswer;
import io.esimhub.suppliers.SupplierAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** eSIM Go says 403 for a bad key and for bundles that ran out; only the sentence tells which. */
class EsimGoForbiddenTest {

    @Test
    void bundlesThatRanOutAreARefusalThatFailsOver() {
        assertThat(answer("The user does not have any available bundles left"))
                .isInstanceOfSatisfying(SupplierAnswer.Rejected.class, rejected -> assertThat(rejected.refusal())
                        .hasToString("OUT_OF_STOCK"));
    }

    @Test
    void anythingElseMayBeTheKeyAndNeverFailsOver() {
        assertThat(answer("access denied")).isInstanceOf(SupplierAnswer.NotPlaced.class);
    }

    private static SupplierAnswer answer(String sentence) {
        HttpAnswer forbidden = new HttpAnswer(
                403, "text/plain", sentence.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
        return new EsimGoAnswers(new ObjectMapper()).placed(forbidden, 1, Instant.EPOCH);
    }
}
