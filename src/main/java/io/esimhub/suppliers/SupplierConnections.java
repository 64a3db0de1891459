package io.esimhub.suppliers;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * How one supplier's HTTP client is built. It never sends anything twice, never follows a redirect, and gives up at its
 * deadline, whatever trickles in.
 */
class SupplierConnections implements HttpClientConfigurer {

    private static final int PROBES = 8;
    private static final TimeValue MAY_HAVE_CLOSED = TimeValue.ofSeconds(1);
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private final SupplierSettings settings;
    private final Deadline deadline;

    SupplierConnections(SupplierSettings settings, Deadline deadline) {
        this.settings = settings;
        this.deadline = deadline;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        int most = settings.bulkhead() + PROBES;
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
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
        client.setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictIdleConnections(IDLE)
                .evictExpiredConnections()
                .addExecInterceptorFirst("deadline", deadline);
    }
}
