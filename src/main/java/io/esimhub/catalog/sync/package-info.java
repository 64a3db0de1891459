/**
 * What suppliers offer: their lists are read on a schedule, and what changed in them changes the catalog, as far as nobody has to
 * decide about it. The rest is reported.
 */
package io.esimhub.catalog.sync;
