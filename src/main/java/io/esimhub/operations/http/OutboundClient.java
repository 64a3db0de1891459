package io.esimhub.operations.http;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * How an HTTP client is built (the configurer of a route's HTTP endpoint). It never sends anything twice, never follows a redirect, and gives up when connect and
 * read time-out together are over, whatever trickles in.
 */
public class OutboundClient implements HttpClientConfigurer {

    /** After so long the server may have hung up: look before writing, as a failure after that may have been heard. */
    private static final TimeValue MAY_HAVE_CLOSED = TimeValue.ofSeconds(1);

    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private final OutboundLimits limits;
    private final BoundedCall call;

    public OutboundClient(OutboundLimits limits, DeadlineTimer timer) {
        this.limits = limits;
        this.call = new BoundedCall(timer, limits.connectTimeout().plus(limits.readTimeout()), limits.maxBytes());
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.setConnectionManager(connections())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.connectTimeout()))
                        .setResponseTimeout(Timeout.of(limits.readTimeout()))
                        .build())
                .setUserAgent("esim-hub")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictIdleConnections(IDLE)
                .evictExpiredConnections()
                .addExecInterceptorFirst("bounded-call", call)
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "connected", BoundedCall::connected);
    }

    private PoolingHttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                        .setSocketTimeout(Timeout.of(limits.readTimeout()))
                        .setValidateAfterInactivity(MAY_HAVE_CLOSED)
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(limits.readTimeout()))
                        .setTcpNoDelay(true)
                        .build())
                .build();
    }
}
