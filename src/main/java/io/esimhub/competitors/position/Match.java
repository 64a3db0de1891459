package io.esimhub.competitors.position;

import io.esimhub.competitors.Offer;

/**
 * A competitor's plan that is like a product of ours.
 *
 * @param wider it covers more countries than ours
 * @param distance how far data and validity are from ours, in thousandths
 */
public record Match(Offer offer, boolean wider, long distance) {}
