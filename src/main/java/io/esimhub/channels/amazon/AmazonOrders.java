package io.esimhub.channels.amazon;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which of the account's orders are for this hub. */
@Component
class AmazonOrders {

    private final AmazonProperties properties;

    AmazonOrders(AmazonProperties properties) {
        this.properties = properties;
    }

    /** @return why not, in one word; empty if it is for us */
    Optional<String> notForUs(AmazonOrder order) {
        if (order.byAmazon()) {
            return Optional.of("FULFILLED_BY_AMAZON");
        }
        return otherMarketplace(order.marketplace()) ? Optional.of("OTHER_MARKETPLACE") : Optional.empty();
    }

    boolean otherMarketplace(Optional<String> marketplace) {
        return !properties.marketplaces().isEmpty()
                && marketplace
                        .filter(id -> !properties.marketplaces().contains(id))
                        .isPresent();
    }
}
