/** Limits of calls in a time that others set us, held over all processes. */
package io.esimhub.operations.rates;
