package io.esimhub.fulfillment.life;

import java.time.Instant;

/**
 * A question to a supplier that is under way.
 *
 * @param number which of the questions about this eSIM it is, from 1
 * @param by the route, or the operator who asks
 */
record EsimQuestion(SoldEsim esim, int number, Instant askedAt, String by) {}
