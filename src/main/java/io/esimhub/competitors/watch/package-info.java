/**
 * When competitors are visited, on whose threads, and what is done with what came: the books, the positions, the alerts. What throws
 * here, hangs or fills the store ends in the monitor's own log and its own endpoints.
 */
package io.esimhub.competitors.watch;
