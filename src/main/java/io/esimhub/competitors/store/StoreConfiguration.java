package io.esimhub.competitors.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.competitors.MonitorProperties;
import io.esimhub.competitors.MonitorProperties.StoreSettings;
import io.esimhub.competitors.MonitorProperties.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** SQLite or D1. */
@Configuration(proxyBeanMethods = false)
@Profile("competitors")
class StoreConfiguration {

    @Bean
    Store competitorStore(MonitorProperties settings, ObjectMapper json) {
        StoreSettings store = settings.store();
        return store.type() == Type.D1 ? new D1Store(store.d1(), json) : new SqliteStore(store);
    }
}
