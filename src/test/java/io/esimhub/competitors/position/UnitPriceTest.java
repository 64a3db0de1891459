package io.esimhub.competitors.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** What a gigabyte or a day of a plan costs. */
class UnitPriceTest {

    @Property(tries = 200)
    void halfTheDataAtTheSamePriceIsTwiceThePriceOfAGigabyte(
            @ForAll @BigRange(min = "0.01", max = "999.99") @Scale(2) BigDecimal price) {
        assertThat(UnitPrice.perGb(price, 500L))
                .isEqualByComparingTo(UnitPrice.perGb(price, 1000L).multiply(BigDecimal.valueOf(2)));
        assertThat(UnitPrice.perDay(price, 1)).isEqualByComparingTo(price);
    }

    @Test
    void unlimitedDataHasNoPriceOfAGigabyteAndNoValidityNoneOfADay() {
        assertThat(UnitPrice.perGb(BigDecimal.TEN, null)).isNull();
        assertThat(UnitPrice.perDay(BigDecimal.TEN, null)).isNull();
        assertThat(UnitPrice.perDay(BigDecimal.TEN, 30)).isEqualTo("0.3333");
    }
}
