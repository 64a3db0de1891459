package io.esimhub.sandbox.faults;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FaultConfiguration {

    /** Not in the way of the hub's own requests. */
    @Bean
    FilterRegistrationBean<FaultFilter> faultFilterRegistration(FaultFilter filter) {
        FilterRegistrationBean<FaultFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/sandbox/*");
        return registration;
    }
}
