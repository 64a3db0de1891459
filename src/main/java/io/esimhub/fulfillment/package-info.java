/**
 * From what is owed to what was bought and mailed, for retail and wholesale alike: requests and their units, the choice of a
 * variant, purchases and the rule that no unit is bought twice, eSIMs, deliveries. Owners of requests are known by the
 * interface {@link io.esimhub.fulfillment.RequestOwner} alone.
 */
package io.esimhub.fulfillment;
