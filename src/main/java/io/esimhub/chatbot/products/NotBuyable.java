package io.esimhub.chatbot.products;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a product cannot be bought at this moment, in words that a customer may hear. */
public enum NotBuyable {
    /** It is not on sale any more, or not yet. */
    NOT_FOR_SALE("not-for-sale"),
    NO_PRICE("no-price"),
    /** An order would wait for a while: a supplier is paused, or does not answer. */
    SHORTLY("back-shortly"),
    UNAVAILABLE("unavailable");

    private final String code;

    NotBuyable(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }
}
