package io.esimhub.sandbox.redteago;

import io.esimhub.sandbox.SandboxClock;
import io.esimhub.sandbox.ledger.PurchasedEsim;
import io.esimhub.sandbox.shop.Digits;
import io.esimhub.sandbox.shop.Numbers;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Numbers begin with the time; an eSIM is known by its {@code esimTranNo}, because ICCIDs are used again. */
@Component
class RedteagoNumbers implements Numbers {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final SandboxClock clock;

    RedteagoNumbers(SandboxClock clock) {
        this.clock = clock;
    }

    @Override
    public String reference() {
        return "B" + time() + Digits.random(14);
    }

    @Override
    public PurchasedEsim esim() {
        return new PurchasedEsim(time() + Digits.random(14), Digits.iccid(), Digits.random(32, "0123456789ABCDEF"));
    }

    private String time() {
        return MINUTE.format(clock.instant());
    }
}
