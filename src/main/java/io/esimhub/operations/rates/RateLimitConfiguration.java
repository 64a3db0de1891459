package io.esimhub.operations.rates;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
public class RateLimitConfiguration {

    private static final int CONNECTIONS = 2;

    /** Whoever asks holds an order's lock: better fail and come back than wait. */
    private static final long MOST_MILLIS = 1000;

    /** Not a bean: for everybody else there is one data source. */
    private final HikariDataSource ownConnections = new HikariDataSource();

    /** Its connections are opened when the first call is to be counted, and closed when none is for a while. */
    @Bean
    public RateLimit rateLimit(HikariDataSource shared, Clock clock) {
        shared.copyStateTo(ownConnections);
        ownConnections.setPoolName("rate-limits");
        ownConnections.setMaximumPoolSize(CONNECTIONS);
        ownConnections.setMinimumIdle(0);
        ownConnections.setConnectionTimeout(MOST_MILLIS);
        return new RateLimit(new JdbcTemplate(ownConnections), clock);
    }

    @PreDestroy
    public void close() {
        ownConnections.close();
    }
}
