package io.esimhub.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the ledger. Lines are only ever added. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Purchase.class, name = "purchase"),
    @JsonSubTypes.Type(value = Cancellation.class, name = "cancellation")
})
public sealed interface LedgerEntry permits Purchase, Cancellation {

    String supplier();
}
