/** Tokens that let us into channels' APIs, and keys that prove who sent us something: fetched by few, kept in memory, bounded, never shown. */
package io.esimhub.channels.access;
