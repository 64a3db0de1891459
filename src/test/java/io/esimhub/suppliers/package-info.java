/** Suppliers as they answer: through the real routes and the real HTTP client, against a server that can be told what to do. */
package io.esimhub.suppliers;
