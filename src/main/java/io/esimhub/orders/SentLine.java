package io.esimhub.orders;

import java.util.List;

/**
 * @param externalId the channel's id of the line
 * @param quantity units sent and still owed, all of them since the beginning
 * @param parcels how those of them travel that were posted; empty for what came by mail alone
 */
public record SentLine(String externalId, String sku, int quantity, List<Parcel> parcels) {}
