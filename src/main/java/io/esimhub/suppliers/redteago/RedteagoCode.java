package io.esimhub.suppliers.redteago;

import io.esimhub.suppliers.SupplierAnswer.Refusal;
import java.util.Optional;
import java.util.Set;

/** What the vendor's error codes say about an order (eSIM Access API, "Error codes"). */
enum RedteagoCode {
    /** The order was read and refused: surely not bought. */
    OUT_OF_STOCK(Refusal.OUT_OF_STOCK),
    UNKNOWN_BUNDLE(Refusal.UNKNOWN_BUNDLE),
    FUNDS(Refusal.FUNDS),
    PRICE(Refusal.PRICE),
    INVALID(Refusal.INVALID),
    /** Turned away at the gate: our headers, key, address or clock. */
    ACCESS(null),
    /** The order was taken; its eSIMs are being allocated. */
    ALLOCATING(null),
    /** No order of this number. */
    UNKNOWN_ORDER(null),
    /** A failure inside, a busy system, an order in a strange state, our key already used: says nothing about what was bought. */
    UNDECIDED(null),
    /** None that we know. */
    OTHER(null);

    private static final Set<String> UNDECIDED_CODES =
            Set.of("000001", "900001", "101013", "200002", "200009", "310402", "310403");

    private final Refusal refusal;

    RedteagoCode(Refusal refusal) {
        this.refusal = refusal;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    static RedteagoCode of(String code) {
        if (UNDECIDED_CODES.contains(code)) {
            return UNDECIDED;
        }
        return switch (code) {
            case "200005", "200006" -> PRICE;
            case "200007" -> FUNDS;
            case "200008" -> INVALID;
            case "200010" -> ALLOCATING;
            case "200011" -> OUT_OF_STOCK;
            case "310272" -> UNKNOWN_ORDER;
            case "401001" -> ACCESS;
            default -> byGroup(code);
        };
    }

    private static RedteagoCode byGroup(String code) {
        if (code.matches("3102\\d\\d")) {
            return UNKNOWN_BUNDLE;
        }
        return code.matches("00010\\d|101\\d{3}") ? ACCESS : OTHER;
    }
}
