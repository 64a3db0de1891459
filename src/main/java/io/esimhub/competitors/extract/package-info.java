/**
 * Takes plans out of pages by the settings' selectors, as raw texts: {@link io.esimhub.competitors.extract.RawItem}. Pages are hostile: they
 * are measured before they become trees, and nothing in them is run.
 */
package io.esimhub.competitors.extract;
