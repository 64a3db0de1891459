/** What tests of every domain share: a real PostgreSQL, a fresh database in it per test class, a browser, a clock. */
package io.esimhub.testing;
