package io.esimhub.crash;

/** Where an order stands between two of its commits when the hub dies. */
enum Window {
    AFTER_THE_ACK("acknowledged, not yet delivered"),
    AFTER_DISPATCHED("purchase written down, nothing bought"),
    AFTER_THE_SUPPLIERS_ANSWER("bought at the supplier, not in our books"),
    AFTER_THE_250("mail accepted, not in our books"),
    AFTER_THE_CHANNEL_KNOWS("the channel was told, not in our books");

    private final String meaning;

    Window(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
