package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100 MB",
        "999, 999 MB",
        "1000, 1 GB",
        "1024, 1 GB",
        "1500, 1.5 GB",
        "2560, 2.56 GB",
        "3072, 3 GB",
        "5000, 5 GB",
        "20480, 20 GB",
        "100000, 100 GB"
    })
    void amounts_read_like_a_price_list(int megabytes, String text) {
        assertThat(new DataAmount(megabytes).text()).isEqualTo(text);
    }

    @Test
    void an_unknown_country_stands_for_itself() {
        assertThat(Coverage.of(java.util.List.of("GB", "EU-5", "GB")).all()).isEqualTo("EU-5, United Kingdom");
    }

    @Test
    void two_products_are_both_in_the_subject_and_three_are_not() {
        MailEsim japan = Mails.esim(
                "Japan 5 GB",
                java.util.List.of("JP"),
                5000,
                io.esimhub.model.ActivationCode.of("rsp.example.com", "X"),
                java.util.Optional.empty());
        MailEsim korea = Mails.esim(
                "Korea 5 GB",
                java.util.List.of("KR"),
                5000,
                io.esimhub.model.ActivationCode.of("rsp.example.com", "X"),
                java.util.Optional.empty());
        assertThat(Subject.of(Mails.of(japan, korea)).text())
                .isEqualTo("Your 2 eSIMs for order #1001: Japan 5 GB and Korea 5 GB");
        assertThat(Subject.of(Mails.of(japan, korea, Mails.kingdom("Y"))).text())
                .isEqualTo("Your 3 eSIMs for order #1001");
    }

    @Test
    void text_that_turns_the_direction_of_writing_is_cut_out() {
        assertThat(OneLine.of("Ada\u202Eelpmaxe\t\u0000x").text()).isEqualTo("Ada elpmaxe x");
    }

    @Test
    void an_endless_name_is_cut_between_characters() {
        assertThat(OneLine.of("a" + "\uD83D\uDE00".repeat(300)).text())
                .hasSize(200)
                .endsWith("\uD83D\uDE00…");
    }
}
