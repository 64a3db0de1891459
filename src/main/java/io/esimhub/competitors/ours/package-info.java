/** Our own products as the hub's public API shows them, kept in the monitor's books for the time when the hub is away. */
package io.esimhub.competitors.ours;
