/** Tokens that let us into channels' APIs: fetched by one call at a time, kept in memory, renewed before they expire, never shown. */
package io.esimhub.channels.access;
