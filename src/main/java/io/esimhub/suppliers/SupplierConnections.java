package io.esimhub.suppliers;

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
 * How a supplier's HTTP client is built. It never sends anything twice, never follows a redirect, and gives up when connect and
 * read time-out together are over, whatever trickles in.
 */
class SupplierConnections implements HttpClientConfigurer {

    /** After so long the server may have hung up: look before writing, as a failure after that is an unknown order. */
    private static final TimeValue MAY_HAVE_CLOSED = TimeValue.ofSeconds(1);

    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private final SupplierSettings settings;
    private final BoundedCall call;

    SupplierConnections(SupplierSettings settings, DeadlineTimer timer, int maxBytes) {
        this.settings = settings;
        this.call = new BoundedCall(timer, settings.connectTimeout().plus(settings.readTimeout()), maxBytes);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.setConnectionManager(connections())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                        .setResponseTimeout(Timeout.of(settings.readTimeout()))
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
                .setMaxConnTotal(settings.bulkhead())
                .setMaxConnPerRoute(settings.bulkhead())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.readTimeout()))
                        .setValidateAfterInactivity(MAY_HAVE_CLOSED)
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(settings.readTimeout()))
                        .setTcpNoDelay(true)
                        .build())
                .build();
    }
}
