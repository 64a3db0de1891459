package io.esimhub.fulfillment;

/** A supplier could not be asked; another run may have more luck. */
class SupplierNotReached extends RuntimeException {

    SupplierNotReached(String sentence) {
        super(sentence);
    }
}
