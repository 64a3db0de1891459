package io.esimhub.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code hub.catalog}, as far as the catalog itself cares.
 *
 * @param sample a catalog to load when ours is empty, relative to the working directory or in the jar; local only
 */
@ConfigurationProperties("hub.catalog")
record CatalogProperties(String sample) {}
