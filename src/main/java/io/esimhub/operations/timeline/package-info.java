/** What happened to an order, when, by which route or person, and why. Written in the transaction that made it happen. */
package io.esimhub.operations.timeline;
