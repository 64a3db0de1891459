package io.esimhub.sandbox.redteago;

import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.life.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * An eSIM in the words of {@code /esim/query}. There is no separate SM-DP+ host or matching id: both are in {@code ac}.
 * Volumes are in bytes, 1 GB being 2^30.
 */
record EsimPaper(
        String esimTranNo,
        String orderNo,
        String transactionId,
        String imsi,
        String iccid,
        int smsStatus,
        String msisdn,
        String ac,
        String qrCodeUrl,
        String shortUrl,
        String smdpStatus,
        String eid,
        int activeType,
        int dataType,
        String activateTime,
        String expiredTime,
        String installationTime,
        long totalVolume,
        int totalDuration,
        String durationUnit,
        long orderUsage,
        String esimStatus,
        String pin,
        String puk,
        String apn,
        String ipExport,
        int supportTopUpType,
        String fupPolicy,
        List<Content> packageList) {

    record Content(
            String packageName,
            String packageCode,
            String slug,
            int duration,
            long volume,
            String locationCode,
            String createTime,
            String esimTranNo,
            String transactionId) {}

    /** Writes it. */
    @Component
    static class Printer {

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC);
        private static final Duration UNUSED = Duration.ofDays(180);

        private final String host;

        Printer(SandboxProperties settings) {
            host = settings.redteago().smdpHost();
        }

        EsimPaper print(Purchase purchase, PurchasedEsim esim, Life life, boolean cancelled) {
            PackageName name = PackageName.of(purchase.bundle());
            String page = "https://p.sandbox.example.com/" + esim.id();
            return new EsimPaper(
                    esim.id(),
                    purchase.reference(),
                    purchase.key(),
                    "999990000000000",
                    esim.iccid(),
                    0,
                    "",
                    "LPA:1$" + host + '$' + esim.matchingId(),
                    page + ".png",
                    page,
                    EsimStates.smdp(life),
                    "",
                    2,
                    1,
                    time(life.activatedAt()),
                    TIME.format(expiry(purchase, life, name)),
                    time(life.installedAt()),
                    name.volume(),
                    name.days(),
                    "DAY",
                    life.usedBytes(),
                    EsimStates.esim(life, cancelled),
                    "0000",
                    "00000000",
                    "internet",
                    "NL",
                    2,
                    "",
                    List.of(content(purchase, esim, name)));
        }

        private static Instant expiry(Purchase purchase, Life life, PackageName name) {
            return life.activatedAt() == null
                    ? purchase.createdAt().plus(UNUSED)
                    : life.activatedAt().plus(Duration.ofDays(name.days()));
        }

        private static String time(Instant at) {
            return at == null ? null : TIME.format(at);
        }

        private static Content content(Purchase purchase, PurchasedEsim esim, PackageName name) {
            Instant createdAt = purchase.createdAt();
            return new Content(
                    name.title(),
                    purchase.bundle(),
                    purchase.bundle(),
                    name.days(),
                    name.volume(),
                    name.location(),
                    TIME.format(createdAt),
                    esim.id(),
                    purchase.key());
        }
    }
}
