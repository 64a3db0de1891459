package io.esimhub.suppliers;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hub.purchasing} and {@code hub.purchase-from}: whether this hub really buys.
 *
 * @param purchasing for all suppliers; a supplier's own setting can only be stricter
 * @param purchaseFrom orders that were placed before are never bought by this hub: somebody else has served them
 */
@ConfigurationProperties("hub")
public record PurchasingProperties(@DefaultValue("on") Purchasing purchasing, Instant purchaseFrom) {

    public boolean tooOld(Instant placedAt) {
        return Optional.ofNullable(purchaseFrom).filter(placedAt::isBefore).isPresent();
    }
}
