package io.esimhub.sandbox.competitors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who competes. */
@Configuration(proxyBeanMethods = false)
class Rivals {

    @Bean
    Rival bargain() {
        return new Rival(Rival.BARGAIN);
    }

    @Bean
    Rival nomad() {
        return new Rival(Rival.NOMAD);
    }
}
