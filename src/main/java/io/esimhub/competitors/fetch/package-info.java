/**
 * Fetches pages as a polite and wary guest: one request at a time to a host, with a gap, after its robots.txt, under our name; never into our
 * own network, never further than a size and a moment, never after a redirect. What comes out is a {@link io.esimhub.competitors.fetch.Page}, of
 * which nothing is believed, or a {@link io.esimhub.competitors.fetch.PageRefused} with its reason.
 */
package io.esimhub.competitors.fetch;
