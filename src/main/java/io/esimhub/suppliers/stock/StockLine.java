package io.esimhub.suppliers.stock;

import io.esimhub.model.ActivationCode;
import io.esimhub.model.Money;
import io.esimhub.model.SimSecrets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * An item as a line of an import describes it, free of errors.
 *
 * @param line where it stands in the file, the header being line 1
 * @param code what a phone needs; empty for a card
 */
record StockLine(
        int line,
        String iccid,
        Optional<ActivationCode> code,
        SimSecrets secrets,
        Optional<String> apn,
        Optional<String> location,
        Optional<LocalDate> expiresOn,
        Money cost) {

    /** What makes two codes the same: host names know no case, and whether a confirmation code is asked for is no difference. */
    Optional<String> codeIdentity() {
        return code.map(each -> each.smdpAddress().toLowerCase(Locale.ROOT) + "$" + each.matchingId());
    }

    @Override
    public String toString() {
        return "StockLine[" + line + "]";
    }
}
