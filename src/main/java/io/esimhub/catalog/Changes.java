package io.esimhub.catalog;

/** What an import did to one kind of entry. */
record Changes(int created, int updated, int unchanged) {}
