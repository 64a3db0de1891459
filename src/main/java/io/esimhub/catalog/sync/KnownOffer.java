package io.esimhub.catalog.sync;

import io.esimhub.model.Money;
import java.util.List;

/**
 * An offer as the last list that was believed had it.
 *
 * @param gone it was not in that list any more
 */
record KnownOffer(String supplierSku, List<String> otherNames, Money cost, boolean available, boolean gone) {}
