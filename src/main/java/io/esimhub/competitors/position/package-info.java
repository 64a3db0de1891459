/** Decisions, without Spring, Camel or a database: which plans are alike, what they cost in one currency, where we stand, and what is worth an alert. */
package io.esimhub.competitors.position;
