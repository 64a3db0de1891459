package io.esimhub.sandbox.esimgo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.esimhub.sandbox.BundlePrice;
import io.esimhub.sandbox.ledger.Purchase;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.life.Life;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The bundles on an eSIM, as {@code /esims/{iccid}/bundles} shows them: one, with one assignment. */
record EsimSheet(List<Applied> bundles) {

    private static final long MEGABYTE = 1_000_000;

    record Applied(String name, String description, List<Assignment> assignments) {}

    /** @param initialQuantity in bytes, like what remains of it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Assignment(
            String id,
            String callTypeGroup,
            long initialQuantity,
            long remainingQuantity,
            String assignmentDateTime,
            String assignmentReference,
            String bundleState,
            String startTime,
            String endTime,
            boolean unlimited) {}

    static EsimSheet of(Purchase purchase, Life life) {
        Bundle bundle = Bundle.of(new BundlePrice(EsimGoCopy.CODE, purchase.bundle(), BigDecimal.ZERO));
        return new EsimSheet(
                List.of(new Applied(bundle.name(), bundle.description(), List.of(assignment(purchase, bundle, life)))));
    }

    static Assignment assignment(Purchase purchase, Bundle bundle, Life life) {
        long all = bundle.dataAmount() * MEGABYTE;
        Instant start = life.activatedAt();
        return new Assignment(
                "1",
                "data",
                all,
                life.stage() == Life.Stage.DEPLETED ? 0 : Math.max(0, all - life.usedBytes()),
                Nanoseconds.format(purchase.createdAt()),
                purchase.reference() + "-0",
                state(life),
                start == null ? null : start.toString(),
                start == null
                        ? null
                        : start.plus(Duration.ofDays(bundle.duration())).toString(),
                false);
    }

    private static String state(Life life) {
        return switch (life.stage()) {
            case NEW, INSTALLED -> "queued";
            case ACTIVE, DEPLETED, EXPIRED -> life.stage().name().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * As {@code /esims/{iccid}} shows it.
     *
     * @param firstInstalledDateTime milliseconds since 1970, 0 before
     */
    record Profile(
            String iccid,
            String pin,
            String puk,
            String matchingId,
            String smdpAddress,
            String profileStatus,
            long firstInstalledDateTime,
            String customerRef) {

        static Profile of(PurchasedEsim esim, Life life, String smdpAddress) {
            boolean installed = life.installedAt() != null;
            return new Profile(
                    esim.iccid(),
                    "0000",
                    "00000000",
                    esim.matchingId(),
                    smdpAddress,
                    installed ? "Installed" : "Released",
                    installed ? life.installedAt().toEpochMilli() : 0,
                    "");
        }
    }
}
