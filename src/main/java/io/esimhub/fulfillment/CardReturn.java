package io.esimhub.fulfillment;

/**
 * A card that came back.
 *
 * @param condition {@code resaleable} or {@code broken}
 */
record CardReturn(String iccid, String condition, String reason) {

    boolean resaleable() {
        return "resaleable".equals(condition);
    }
}
