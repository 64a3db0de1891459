/**
 * The edge: what every request meets before a route and every answer after it. Errors are RFC 9457 problem documents, bodies
 * are limited and kept as the bytes that came, client headers neither come back nor steer a component.
 *
 * <p>A route that answers HTTP names {@code routeConfigurationId: http-problems}, throws {@link
 * io.esimhub.operations.web.Problem} for what the caller did wrong and ends with the bean {@code answer}.
 */
package io.esimhub.operations.web;
