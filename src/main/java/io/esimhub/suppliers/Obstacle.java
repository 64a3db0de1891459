package io.esimhub.suppliers;

/**
 * Why a supplier is not to be chosen.
 *
 * @param passing it goes by itself
 */
public record Obstacle(String text, boolean passing) {}
