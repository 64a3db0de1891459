package io.esimhub.suppliers.airalo;

import io.esimhub.suppliers.SupplierAnswer.NotPlaced;

/** There is no token to call with, so nothing was sent. */
class NotLetIn extends RuntimeException {

    private final transient NotPlaced answer;

    NotLetIn(NotPlaced answer) {
        super("no token of Airalo: " + answer.cause());
        this.answer = answer;
    }

    /** What that means for an order. */
    NotPlaced answer() {
        return answer;
    }
}
