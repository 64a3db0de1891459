/**
 * The monitor's own books: a file of SQLite, or a database at Cloudflare D1, with one schema and one set of statements for both
 * ({@code sql/competitors}). Parameters are texts or null, as D1's HTTP API takes no others; the columns' types turn them into numbers.
 * Nothing here is a {@code DataSource}, and nothing here is told of the hub's.
 */
package io.esimhub.competitors.store;
