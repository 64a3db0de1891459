package io.esimhub.fulfillment;

/** A variant that was not taken, and the reason. */
record NotChosen(String supplier, String bundle, String why) {}
