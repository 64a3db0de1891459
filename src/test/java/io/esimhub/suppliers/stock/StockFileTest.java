package io.esimhub.suppliers.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.operations.web.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of items is taken in as a whole, or every line that is wrong with it is named. */
class StockFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final String HEADER =
            "iccid,smdp_address,matching_id,confirmation_code,expires_on,cost,currency,apn\n";
    private static final String GOOD = "8944000000000000001,rsp.example.com,K2-ONE,,2026-12-31,1.80,USD,internet\n";

    @Test
    void aGoodFileIsReadWithItsLineNumbers() {
        StockFile file = new StockFile(false, TODAY);

        List<StockLine> lines = file.read(HEADER + GOOD
                + "\n"
                + "\"8944000000000000002\",https://rsp.example.com/,K2-TWO,4711,,2,USD,\"a, b\"\r\n");

        assertThat(file.errors()).isEmpty();
        assertThat(lines).extracting(StockLine::line).containsExactly(2, 4);
        assertThat(lines.get(0).code().orElseThrow().lpa()).isEqualTo("LPA:1$rsp.example.com$K2-ONE");
        assertThat(lines.get(0).expiresOn()).contains(LocalDate.of(2026, 12, 31));
        assertThat(lines.get(1).code().orElseThrow().lpa()).isEqualTo("LPA:1$rsp.example.com$K2-TWO$$1");
        assertThat(lines.get(1).secrets().confirmationCode()).contains("4711");
        assertThat(lines.get(1).apn()).contains("a, b");
    }

    @Test
    void cardsHavePinPukAndAPlaceOnTheShelf() {
        StockFile file = new StockFile(true, TODAY);

        List<StockLine> lines =
                file.read("puk,pin,iccid,location,cost,currency\n12345678,0000,8944000000000000001,A-3,2.00,EUR");

        assertThat(file.errors()).isEmpty();
        assertThat(lines).singleElement().satisfies(card -> {
            assertThat(card.code()).isEmpty();
            assertThat(card.secrets().pin()).contains("0000");
            assertThat(card.secrets().puk()).contains("12345678");
            assertThat(card.location()).contains("A-3");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "letters in an ICCID       | 89440000000000000X1,rsp.example.com,K2,,,1,USD,         | line 3, iccid",
                "a rounded ICCID           | 8.944E+18,rsp.example.com,K2,,,1,USD,                   | line 3, iccid",
                "no ICCID                  | ,rsp.example.com,K2,,,1,USD,                            | line 3, iccid",
                "the ICCID of line 2       | 8944000000000000001,rsp.example.com,K2,,,1,USD,         | line 3, iccid",
                "the code of line 2        | 8944000000000000009,RSP.example.com,K2-ONE,1,,1,USD,    | line 3, matching_id",
                "no matching id            | 8944000000000000009,rsp.example.com,,,,1,USD,           | line 3, matching_id",
                "a matching id with spaces | 8944000000000000009,rsp.example.com,K 2,,,1,USD,        | line 3, matching_id",
                "a server without a dot    | 8944000000000000009,rsp,K2,,,1,USD,                     | line 3, smdp_address",
                "a whole code as server    | 8944000000000000009,LPA:1$rsp.example.com$K2,K2,,,1,USD, | line 3, smdp_address",
                "a spaced confirmation     | 8944000000000000009,rsp.example.com,K2,1 2,,1,USD,      | line 3, confirmation_code",
                "a day that is over        | 8944000000000000009,rsp.example.com,K2,,2026-07-01,1,USD, | line 3, expires_on",
                "no day                    | 8944000000000000009,rsp.example.com,K2,,31.12.2026,1,USD, | line 3, expires_on",
                "no cost                   | 8944000000000000009,rsp.example.com,K2,,,,USD,          | line 3, cost",
                "a negative cost           | 8944000000000000009,rsp.example.com,K2,,,-1,USD,        | line 3, cost",
                "five decimals             | 8944000000000000009,rsp.example.com,K2,,,1.00001,USD,   | line 3, cost",
                "an unknown currency       | 8944000000000000009,rsp.example.com,K2,,,1,ZZZ,         | line 3, currency",
                "another currency          | 8944000000000000009,rsp.example.com,K2,,,1,EUR,         | currency",
                "too few cells             | 8944000000000000009,rsp.example.com,K2                  | line 3",
                "an open quotation mark    | \"8944000000000000009,rsp.example.com,K2,,,1,USD,       | line 3"
            })
    void aBadLineIsNamedWithItsColumn(String kind, String line, String field) {
        StockFile file = new StockFile(false, TODAY);

        file.read(HEADER + GOOD + line.strip() + "\n");

        assertThat(file.errors()).extracting(FieldError::field).containsExactly(field.strip());
        assertThat(file.errors()).extracting(FieldError::remedy).doesNotContain("");
    }

    @Test
    void everyBadLineIsNamedAndNoneOfThemRepeatsACode() {
        StockFile file = new StockFile(false, TODAY);

        file.read(HEADER
                + "1,rsp.example.com,SECRET CODE,,,1,USD,\n"
                + GOOD
                + "8944000000000000003,rsp.example.com,K3,SECRET CODE,,x,USD,\n");

        assertThat(file.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "line 2, iccid", "line 2, matching_id", "line 4, confirmation_code", "line 4, cost");
        assertThat(file.errors().toString()).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iccid,matching_id,cost,currency                          | line 1, smdp_address",
                "iccid,smdp_address,matching_id,cost,currency,colour      | line 1, column 6",
                "iccid,smdp_address,matching_id,cost,currency,cost        | line 1, cost",
            })
    void aHeaderThatIsNotUnderstoodIsNamed(String header, String field) {
        StockFile file = new StockFile(false, TODAY);

        file.read(header.strip() + "\n" + GOOD);

        assertThat(file.errors()).extracting(FieldError::field).containsExactly(field.strip());
    }

    @Test
    void aFileWithoutItemsIsAMistake() {
        for (String text : List.of("", HEADER, HEADER + "\n\n")) {
            StockFile file = new StockFile(false, TODAY);
            file.read(text);
            assertThat(file.errors()).extracting(FieldError::field).containsExactly("body");
        }
    }

    @Test
    void tooManyLinesAreSentInParts() {
        StringBuilder text = new StringBuilder("iccid,cost,currency\n");
        for (int i = 0; i <= StockFile.MOST_ROWS; i++) {
            text.append(String.format("8944%015d,1,USD%n", i));
        }
        StockFile file = new StockFile(true, TODAY);

        file.read(text.toString());

        assertThat(file.errors()).extracting(FieldError::field).containsExactly("body");
    }
}
