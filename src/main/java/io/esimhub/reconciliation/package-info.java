/**
 * Our books against everybody else's: what a channel or a supplier has in its own list is compared with what we wrote down. A difference
 * is repaired by the same handlers that would have prevented it, or it waits for a person. It knows the channels by the names of their
 * routes only; what passes between them is in {@code listing}.
 */
package io.esimhub.reconciliation;
