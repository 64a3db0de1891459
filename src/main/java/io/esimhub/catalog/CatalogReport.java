package io.esimhub.catalog;

/** What an import changed. */
record CatalogReport(Changes suppliers, Changes products, Changes variants, Changes tierPrices) {}
