package io.esimhub.suppliers;

import java.time.Instant;

/** The span of the supplier's order list that is asked for, both ends included. */
public record OrderWindow(Instant from, Instant to) {}
