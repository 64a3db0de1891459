package io.esimhub.competitors.fetch;

import io.esimhub.competitors.CompetitorProperties;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** How the client for strangers' servers is built: no cookies, no repetition, no redirects, and short patience with long headers. */
final class Guest {

    private static final int HEADERS = 200;
    private static final int HEADER_LENGTH = 16 * 1024;
    private static final int CONNECTIONS = 8;
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private Guest() {}

    static CloseableHttpClient client(CompetitorProperties settings, GuardedDns dns) {
        Timeout connect = Timeout.of(settings.fetching().connectTimeout());
        Timeout read = Timeout.of(settings.fetching().readTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(dns)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(1)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(HEADERS)
                                        .setMaxLineLength(HEADER_LENGTH)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(read)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(read)
                        .build())
                .setUserAgent(name(settings))
                .evictIdleConnections(IDLE)
                .evictExpiredConnections()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** As crawlers introduce themselves: a product, and where to complain. */
    private static String name(CompetitorProperties settings) {
        return settings.contact().isBlank()
                ? settings.userAgent() + "/1.0"
                : settings.userAgent() + "/1.0 (+" + settings.contact().replaceAll("[^\\x21-\\x7e]|[()]", "") + ")";
    }
}
