package io.esimhub.suppliers.redteago;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** RedteaGO writes money as a whole number of 1/10000 USD: every amount of our books has one, and comes back as it was. */
class MoneyScaleTest {

    @Property
    void thePriceGuardIsExactlyWhatWeExpectToPayForOneAndForAll(
            @ForAll @BigRange(min = "0", max = "99999.9999") @Scale(4) BigDecimal price,
            @ForAll @IntRange(min = 1, max = 30) int count) {
        Money cost = new Money(price, "USD");

        RedteagoOrder order = RedteagoOrder.of(new SupplierOrderRequest("key", "GB_1_7", count, cost));

        Long one = order.packageInfoList().get(0).price();
        assertThat(BigDecimal.valueOf(one, 4)).isEqualByComparingTo(price);
        assertThat(order.amount()).isEqualTo(one * count);
        assertThat(BigDecimal.valueOf(order.amount(), 4))
                .isEqualByComparingTo(cost.times(count).amount());
    }

    @Property
    void anAmountThatItTellsIsTheOneItMeans(
            @ForAll @BigRange(min = "0", max = "9999999.9999") @Scale(4) BigDecimal amount) {
        BigDecimal asWritten = amount.movePointRight(4).setScale(0);

        assertThat(RedteagoPackages.dollars(asWritten)).isEqualTo(new Money(amount, "USD"));
    }
}
