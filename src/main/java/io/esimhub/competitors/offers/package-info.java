/**
 * Reads what shops print: amounts of money, data, days, and names of countries. Pure decisions: each gives a value or says that there is none,
 * and none of them guesses between two meanings.
 */
package io.esimhub.competitors.offers;
