package io.esimhub.chatbot.knowledge.vectors;

/**
 * How an item asks: after a refusal one by one, until it is known which text it was for.
 *
 * @param alone passages that are still to be asked for one by one
 * @param refused how many of them were refused in a row
 */
record Pace(int alone, int refused) {

    static final Pace USUAL = new Pace(0, 0);

    /** So many texts in a row are not refused for what they are. */
    private static final int NOT_THE_TEXT = 3;

    static Pace of(String payload) {
        String[] parts = payload.split(",");
        return new Pace(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    String payload() {
        return alone + "," + refused;
    }

    int passages(int batch) {
        return alone > 0 ? 1 : batch;
    }

    Pace afterSuccess() {
        return alone > 1 ? new Pace(alone - 1, 0) : USUAL;
    }

    /** @param asked how many were refused together */
    Pace afterRefusal(int asked) {
        return asked > 1 ? new Pace(asked, 0) : new Pace(Math.max(1, alone - 1), refused + 1);
    }

    boolean believable() {
        return refused <= NOT_THE_TEXT;
    }
}
