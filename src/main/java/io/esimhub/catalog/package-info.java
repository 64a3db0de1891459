/**
 * What is sold, who supplies it, and what it costs: products, variants, suppliers, prices. One catalog for retail and wholesale;
 * always read live, never cached.
 */
package io.esimhub.catalog;
