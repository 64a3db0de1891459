package io.esimhub.crash;

/** Ways to end the hub; a round takes one, in turn. */
enum Kill {
    AT_ANY_MOMENT,
    BEFORE_THE_SUPPLIER_BUYS,
    BEFORE_THE_SUPPLIER_ANSWERS,
    AFTER_THE_MAIL_SERVERS_250,
    BEFORE_THE_CHANNEL_ANSWERS,
    WITH_ITS_DATABASE;

    static Kill ofRound(int round) {
        return values()[round % values().length];
    }

    /** The one that aims at a window. */
    static Kill aimedAt(Window window) {
        return switch (window) {
            case AFTER_THE_ACK -> AT_ANY_MOMENT;
            case AFTER_DISPATCHED -> BEFORE_THE_SUPPLIER_BUYS;
            case AFTER_THE_SUPPLIERS_ANSWER -> BEFORE_THE_SUPPLIER_ANSWERS;
            case AFTER_THE_250 -> AFTER_THE_MAIL_SERVERS_250;
            case AFTER_THE_CHANNEL_KNOWS -> BEFORE_THE_CHANNEL_ANSWERS;
        };
    }
}
