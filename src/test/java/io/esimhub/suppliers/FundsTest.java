package io.esimhub.suppliers;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FundsTest {

    private static final Money LEAST = Money.of("50", "USD");

    @Test
    void anAccountThatWasNeverRefusedHasMoneyWhileThereIsAny() {
        assertThat(Funds.after(SupplierAccount.untold(), Money.of("0.01", "USD"), LEAST))
                .isEqualTo(Funds.THERE);
        assertThat(Funds.after(SupplierAccount.untold(), Money.of("0", "USD"), LEAST))
                .isEqualTo(Funds.NONE);
    }

    @Test
    void afterARefusalMoneyThatCameInLetsEverybodyTryAgain() {
        assertThat(Funds.after(refusedWith("3.00"), Money.of("3.01", "USD"), LEAST))
                .isEqualTo(Funds.THERE);
    }

    @Test
    void afterARefusalWithABalanceThatSeemsEnoughOneOrderTries() {
        assertThat(Funds.after(refusedWith("1000"), Money.of("1000", "USD"), LEAST))
                .isEqualTo(Funds.DOUBTFUL);
    }

    @Test
    void afterARefusalWithAnEmptyAccountNobodyTries() {
        assertThat(Funds.after(refusedWith("3.00"), Money.of("3.00", "USD"), LEAST))
                .isEqualTo(Funds.NONE);
    }

    private static SupplierAccount refusedWith(String balance) {
        return new SupplierAccount(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                Optional.of(Money.of(balance, "USD")),
                Optional.of(Instant.EPOCH));
    }
}
