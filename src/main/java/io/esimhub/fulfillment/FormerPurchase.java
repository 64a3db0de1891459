package io.esimhub.fulfillment;

import java.util.Optional;

/** What is remembered of a purchase that a unit took part in. */
record FormerPurchase(PurchaseState state, Optional<String> outcome, String supplier) {}
