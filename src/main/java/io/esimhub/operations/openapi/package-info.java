/**
 * The API's OpenAPI document, and the page that shows it. The document is read from the {@code rest:} blocks of the routes and from the
 * steps behind them, so an endpoint is in it because it exists, and nobody keeps a list. A verb finds its route by the id that both
 * have, and by the same id its bodies in {@code src/main/resources/openapi/<domain>.yaml}.
 */
package io.esimhub.operations.openapi;
