package io.esimhub.suppliers;

import java.util.List;

/** What the supplier says of an order whose reference we hold. */
public sealed interface FindAnswer {

    /** Everything is there. */
    record Allocated(List<SupplierEsim> esims) implements FindAnswer {}

    /** Still at it. */
    record Allocating(int done, int total) implements FindAnswer {}

    /** The supplier knows no such order. */
    record NotFound(String text) implements FindAnswer {}

    /** No answer worth acting on; ask again. */
    record NoAnswer(String cause) implements FindAnswer {}
}
