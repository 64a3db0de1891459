package io.esimhub.channels.ebay;

import io.esimhub.channels.access.KeyCache;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** eBay's public keys by their ids, kept for an hour. */
@Component
class EbayKeys extends KeyCache<String, EbayKey> {

    EbayKeys(Clock clock) {
        super(clock, Duration.ofHours(1));
    }
}
