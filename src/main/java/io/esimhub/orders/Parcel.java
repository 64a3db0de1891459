package io.esimhub.orders;

import java.util.Optional;

/** A card on its way by post. */
public record Parcel(String carrier, String trackingNumber, Optional<String> trackingUrl) {}
