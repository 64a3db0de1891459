/** The process: what starts in which profile. Everything else has a domain of its own. */
package io.esimhub;
