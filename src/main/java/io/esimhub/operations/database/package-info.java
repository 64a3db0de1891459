/**
 * The database under everything: the hub's own PostgreSQL when none is given, and the guards that look at a database before
 * the first migration touches it. It must keep what it acknowledges, belong to this environment, and share our time.
 */
package io.esimhub.operations.database;
