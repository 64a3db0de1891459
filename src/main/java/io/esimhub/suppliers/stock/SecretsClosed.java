package io.esimhub.suppliers.stock;

/** An item's secrets cannot be read, so it cannot be sold: a person has to mend the keys in the settings. */
class SecretsClosed extends RuntimeException {

    SecretsClosed(RuntimeException cause) {
        super("the secrets of an item cannot be opened", cause);
    }
}
