package io.esimhub.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.DataVolume;
import io.esimhub.model.DataVolume.Base;
import io.esimhub.model.Money;
import io.esimhub.suppliers.SupplierOffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromiseTest {

    private final Promise promise = new Promise(List.of("GB", "IE"), Optional.of(1000), Optional.of(7));

    @Test
    void whatHoldsWhatWasPromisedDoesNotDiffer() {
        assertThat(promise.differences(offer(List.of("GB", "IE"), megabytes(1000, Base.DECIMAL), Optional.of(7))))
                .isEmpty();
    }

    @Test
    void aBinaryGigabyteSoldAsADecimalOneDoesNotDiffer() {
        assertThat(promise.differences(offer(List.of("GB", "IE"), megabytes(1024, Base.BINARY), Optional.of(7))))
                .isEmpty();
    }

    @Test
    void whatTheSupplierDoesNotSayDoesNotDiffer() {
        assertThat(promise.differences(offer(List.of(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void aBuyerWhoGetsLessIsSaidSo() {
        Map<String, Object> differences =
                promise.differences(offer(List.of("FR", "GB"), megabytes(500, Base.DECIMAL), Optional.of(5)));

        assertThat(differences)
                .containsEntry("countries", Map.of("missing", List.of("IE"), "more", List.of("FR")))
                .containsEntry("dataBytes", Map.of("promised", 1_000_000_000L, "offered", 500_000_000L))
                .containsEntry("validityDays", Map.of("promised", 7, "offered", 5))
                .containsEntry("less", List.of("countries", "dataBytes", "validityDays"));
    }

    @Test
    void aBuyerWhoGetsMoreIsADifferenceAndNotLess() {
        Map<String, Object> differences =
                promise.differences(offer(List.of("FR", "GB", "IE"), megabytes(2000, Base.DECIMAL), Optional.of(30)));

        assertThat(differences).containsOnlyKeys("countries", "dataBytes", "validityDays");
    }

    @Test
    void aLimitWhereNoneWasPromisedIsLess() {
        assertThat(new Promise(List.of("GB"), Optional.empty(), Optional.empty())
                        .differences(offer(List.of("GB"), megabytes(1, Base.DECIMAL), Optional.of(7))))
                .containsEntry("less", List.of("dataBytes"));
    }

    private static Optional<DataVolume> megabytes(long number, Base base) {
        return Optional.of(DataVolume.megabytes(number, base));
    }

    private static SupplierOffer offer(List<String> countries, Optional<DataVolume> data, Optional<Integer> days) {
        return new SupplierOffer("a", List.of(), "a", Money.of("1", "USD"), true, countries, data, days);
    }
}
