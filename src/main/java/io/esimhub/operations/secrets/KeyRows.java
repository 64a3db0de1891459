package io.esimhub.operations.secrets;

/** How many rows of a column need a key. */
record KeyRows(String column, String key, long rows) {}
