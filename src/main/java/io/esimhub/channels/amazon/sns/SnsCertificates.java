package io.esimhub.channels.amazon.sns;

import io.esimhub.channels.access.KeyCache;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** SNS's certificates by their addresses, kept for a day. */
@Component
public class SnsCertificates extends KeyCache<URI, X509Certificate> {

    SnsCertificates(Clock clock) {
        super(clock, Duration.ofDays(1));
    }
}
