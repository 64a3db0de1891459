/** What tests of every domain share: a real PostgreSQL, a fresh database in it per test class. */
package io.esimhub.testing;
