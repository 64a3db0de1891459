package io.esimhub.orders;

import io.esimhub.model.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A refund that a channel made: a fact by its id, which may come before the order, and more than once.
 *
 * @param at the channel's time of it, whole seconds
 * @param amount given back, in the shop's currency; says nothing about what is owed
 * @param lines units that are not owed any more, by the channel's id of the line; empty if only money went back
 */
public record OrderRefund(
        OrderIdentity identity, String externalId, Instant at, Optional<Money> amount, Map<String, Integer> lines)
        implements OrderNews {}
