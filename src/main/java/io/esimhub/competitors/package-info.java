/**
 * The price monitor, profile {@code competitors}: what competitors ask for plans like ours. This package holds the settings and the words
 * that its parts share: a {@link io.esimhub.competitors.Collector} turns a competitor's settings into {@link io.esimhub.competitors.Offer}s,
 * and the rest of the monitor keeps, matches and shows them. It knows nothing of the hub, so that its worst day stays its own.
 */
package io.esimhub.competitors;
