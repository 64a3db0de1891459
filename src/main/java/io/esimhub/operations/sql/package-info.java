/**
 * Several statements in one trip to the database. A trip costs the server, the process and the two switches between them more than
 * most statements do, so the steps of an order ask for what they need together ({@link io.esimhub.operations.sql.RoundTrip}), and
 * what nobody waits for leaves with the transaction's end ({@link io.esimhub.operations.sql.LastWrites}).
 */
package io.esimhub.operations.sql;
