package io.esimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@traveller.example, ada@traveller.example",
        "' ada@traveller.example ', ada@traveller.example",
        "ada+esim.gb@mail.traveller.example, ada+esim.gb@mail.traveller.example",
        "o'hara@traveller.example, o'hara@traveller.example",
        "user@localhost, user@localhost",
        "ada@bücher.example, ada@xn--bcher-kva.example"
    })
    void one_mailbox_is_taken(String text, String address) {
        assertThat(RecipientAddress.parse(text)).contains(new RecipientAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "ada@",
                "@traveller.example",
                "ada@@traveller.example",
                "ada@traveller..example",
                ".ada@traveller.example",
                "ada@traveller.example, bob@traveller.example",
                "Ada <ada@traveller.example>",
                "friends:ada@traveller.example;",
                "ada@traveller.example\r\nRCPT TO:<thief@elsewhere.example>",
                "ada lovelace@traveller.example",
                "ädä@traveller.example",
                "ada@[192.0.2.1]"
            })
    void everything_else_is_refused(String text) {
        assertThat(RecipientAddress.parse(text)).isEmpty();
    }
}
