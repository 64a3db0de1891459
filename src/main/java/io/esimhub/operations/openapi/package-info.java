/**
 * The API's OpenAPI document. It is read from the {@code rest:} blocks of the routes and from the steps behind them, so an
 * endpoint is in it because it exists, and nobody keeps a list. A verb finds its route by the id that both have.
 */
package io.esimhub.operations.openapi;
