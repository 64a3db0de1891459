/**
 * A visit from its settings to its outcome: which pages, what is in them, and whether that can be believed.
 */
package io.esimhub.competitors.collect;
