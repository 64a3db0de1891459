package io.esimhub.delivery;

import io.esimhub.model.ActivationCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mails to test with; nobody of this name travels. */
final class Mails {

    static final Instant DATE = Instant.parse("2026-07-01T09:30:00Z");

    private Mails() {}

    static DeliveryMail one() {
        return of(kingdom("K2-1AB2CD-3EF4GH"));
    }

    static DeliveryMail of(MailEsim... esims) {
        return to("ada@traveller.example", esims);
    }

    static DeliveryMail to(String recipient, MailEsim... esims) {
        return mail("delivery-1001@hub.example", recipient, "Ada Traveller", esims);
    }

    static DeliveryMail mail(String id, String recipient, String name, MailEsim... esims) {
        return new DeliveryMail(id, recipient, Optional.of(name), "#1001", "Far Away Travel", DATE, List.of(esims));
    }

    static MailEsim kingdom(String matchingId) {
        return esim(
                "United Kingdom 1 GB, 7 days",
                List.of("GB"),
                1000,
                ActivationCode.of("rsp.example.com", matchingId),
                Optional.empty());
    }

    static MailEsim esim(
            String product, List<String> countries, int dataMb, ActivationCode code, Optional<String> apn) {
        return new MailEsim(
                product, countries, Optional.of(dataMb), Optional.of(7), Optional.of("8944000000000000017"), code, apn);
    }
}
