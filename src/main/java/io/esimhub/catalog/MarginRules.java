package io.esimhub.catalog;

import io.esimhub.model.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link Margin} under this hub's settings. */
@Component
public class MarginRules {

    private final BigDecimal floor;
    private final ExchangeRates rates;

    MarginRules(CatalogProperties properties) {
        this.floor = properties.marginFloor();
        this.rates = new ExchangeRates(properties.rates());
    }

    /**
     * @param listPrice the product's retail price
     * @param cost the variant's
     * @param productFloor the product's own, in per cent; empty: {@code hub.catalog.margin-floor}
     */
    public Margin judge(Optional<Money> listPrice, Money cost, Optional<BigDecimal> productFloor) {
        return Margin.of(listPrice, cost, productFloor.orElse(floor), rates);
    }
}
