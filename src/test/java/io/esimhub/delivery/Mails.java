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

    /** A card on its way, with everything that can be said of one. */
    static MailEsim card(String product) {
        return new MailEsim(
                product,
                List.of("GB"),
                Optional.of(10_000),
                Optional.of(30),
                Optional.of("8944000000000004321"),
                Optional.of("mobile.example"),
                new MailEsim.Post(
                        "Royal Mail",
                        "RM-123456789-GB",
                        Optional.of("https://track.example.com/follow?n=RM-123456789-GB&lang=en"),
                        Optional.of("4711"),
                        Optional.of("12345678")));
    }

    /** An eSIM whose confirmation code we know. */
    static MailEsim confirmed(String confirmationCode) {
        return new MailEsim(
                "Japan 5 GB",
                List.of("JP"),
                Optional.of(5000),
                Optional.of(7),
                Optional.of("8944000000000000017"),
                Optional.empty(),
                new MailEsim.Download(
                        new ActivationCode("rsp.example.com", "ABC", true, Optional.empty()),
                        Optional.of(confirmationCode)));
    }

    static MailEsim esim(
            String product, List<String> countries, int dataMb, ActivationCode code, Optional<String> apn) {
        return new MailEsim(
                product,
                countries,
                Optional.of(dataMb),
                Optional.of(7),
                Optional.of("8944000000000000017"),
                apn,
                new MailEsim.Download(code, Optional.empty()));
    }
}
