/**
 * Two competitors of the shop that the hub works for: {@code bargain} has a list in JSON, {@code nomad} a sitemap and a page for each country.
 * Their prices can be changed over HTTP, and the faults know them by these names.
 */
package io.esimhub.sandbox.competitors;
