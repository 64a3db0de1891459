/** What a channel answers when it is asked for its own list of orders, and what it is asked. */
package io.esimhub.reconciliation.listing;
