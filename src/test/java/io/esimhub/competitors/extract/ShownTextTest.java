package io.esimhub.competitors.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that meet at a tag are not one number. */
class ShownTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<b>$4<sup>99</sup></b>;$4 | 99",
                "$<s>10</s><b>8</b>;$10 | 8",
                "<b>$4</b>.99;$4.99",
                "<b>4</b> <i>99</i>;4 99",
                "<p>5 GB</p><p>30 days</p>;5 GB 30 days",
                "<div>1</div><div>2</div>;1 2",
                "1<br>2;1 2",
                "$<span>9.50</span>;$9.50"
            })
    void whatACustomerReadsIsRead(String html, String text) {
        assertThat(ShownText.of(Jsoup.parseBodyFragment(html).body())).isEqualTo(text);
    }
}
