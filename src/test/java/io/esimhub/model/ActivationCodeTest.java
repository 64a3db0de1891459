package io.esimhub.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LPA:1$rsp.example.com$04386-AGYFT-A74Y8-3F815",
                "LPA:1$rsp.example.com$04386-AGYFT-A74Y8-3F815$$1",
                "LPA:1$rsp.example.com$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746$1",
                "LPA:1$rsp.example.com$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746",
                "LPA:1$rsp.example.com$",
                "LPA:1$rsp.example.com$$1.3.6.1.4.1.31746"
            })
    void everyFormOfTheStandardIsReadAndWrittenAgain(String text) {
        assertThat(ActivationCode.parse(text).lpa()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1$rsp.example.com$AB-12",
                "lpa:1$rsp.example.com$AB-12",
                "  LPA:1$rsp.example.com$AB-12\n",
                "LPA:1$http://rsp.example.com$AB-12",
                "LPA:1$https://rsp.example.com/$AB-12",
                "LPA:1$rsp.example.com$AB-12$$$later$fields"
            })
    void whatVendorsWriteOtherwiseBecomesTheStandardsForm(String text) {
        assertThat(ActivationCode.parse(text).lpa()).isEqualTo("LPA:1$rsp.example.com$AB-12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LPA:",
                "LPA:2$rsp.example.com$AB-12",
                "LPA:1$rsp.example.com",
                "LPA:1$$AB-12",
                "LPA:1$localhost$AB-12",
                "LPA:1$rsp.example.com:8443$AB-12",
                "LPA:1$rsp.example.com/path$AB-12",
                "LPA:1$rsp.example.com$AB 12",
                "LPA:1$rsp.example.com$AB\"12",
                "LPA:1$rsp.example.com$AB-12$oid",
                "https://p.example.com/0fa4.png"
            })
    void whatNoPhoneCouldUseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivationCode.parse(text))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("AB"));
    }

    @Test
    void aCodeLongerThanTheStandardAllowsIsRefused() {
        assertThat(ActivationCode.of("rsp.example.com", "A".repeat(234)).lpa()).hasSizeLessThanOrEqualTo(255 + 4);
        assertThatIllegalArgumentException().isThrownBy(() -> ActivationCode.of("rsp.example.com", "A".repeat(235)));
    }

    @Test
    void printingItTellsNobodyHowToInstallTheEsim() {
        ActivationCode code = new ActivationCode("rsp.example.com", "AB-12", true, Optional.of("1.3"));

        assertThat(code.toString()).doesNotContain("rsp", "AB-12", "1.3");
    }
}
