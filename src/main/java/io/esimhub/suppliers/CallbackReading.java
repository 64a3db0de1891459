package io.esimhub.suppliers;

import java.util.List;
import java.util.Optional;

/** What an adapter makes of a callback. A hint at most: the supplier is asked again before anything is done. */
public sealed interface CallbackReading {

    /** Not proven to be the supplier's: 401, and nothing is written. */
    record Forged() implements CallbackReading {}

    /** Not JSON: 400, and nothing is written. */
    record Unreadable() implements CallbackReading {}

    /**
     * Believed.
     *
     * @param id the supplier's id of it, to know it again; where it gives none, something as good
     * @param topic the supplier's own word for what it is about
     * @param hints what is worth asking about; empty for a trial call, or for what is of no use to us
     */
    record Believed(String id, String topic, List<Hint> hints) implements CallbackReading {}

    /** What is worth asking about. */
    sealed interface Hint {}

    /** An order may be allocated by now; the supplier's number of it, or our key. */
    record OrderChanged(Optional<String> supplierOrder, Optional<String> key) implements Hint {}

    /** Something happened to an eSIM; its id at the supplier, or its ICCID. */
    record EsimChanged(Optional<String> supplierEsimId, Optional<String> iccid) implements Hint {}

    /** The account runs out of money. */
    record BalanceLow() implements Hint {}
}
