package io.esimhub.fulfillment;

/**
 * What an owner's line owes now.
 *
 * @param line the owner's id of the line
 * @param lineRef the channel's id of the line
 * @param quantity zero when nothing is owed any more
 */
public record OwedLine(long line, String lineRef, String sku, int quantity) {}
