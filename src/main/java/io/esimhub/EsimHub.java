package io.esimhub;

import io.esimhub.operations.MonitorOnly;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Profile;

/**
 * The process: the hub, or in profile {@code sandbox} the copy of the outside world that crash tests and the benchmark
 * run beside it. Profile {@code local} holds both. In profile {@code competitors} without an environment it is the price monitor alone.
 */
@SpringBootConfiguration
public class EsimHub {

    public static void main(String[] args) {
        SpringApplication.run(EsimHub.class, args);
    }

    /** Everything but the sandbox; the price monitor in it only where its profile is named, too. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!sandbox & !(" + MonitorOnly.PROFILES + ")")
    @EnableAutoConfiguration
    @ComponentScan(
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            basePackages = {
                "io.esimhub.channels",
                "io.esimhub.orders",
                "io.esimhub.catalog",
                "io.esimhub.fulfillment",
                "io.esimhub.suppliers",
                "io.esimhub.delivery",
                "io.esimhub.wholesale",
                "io.esimhub.reconciliation",
                "io.esimhub.reporting",
                "io.esimhub.chatbot",
                "io.esimhub.competitors",
                "io.esimhub.operations"
            })
    @ConfigurationPropertiesScan({
        "io.esimhub.channels",
        "io.esimhub.orders",
        "io.esimhub.catalog",
        "io.esimhub.fulfillment",
        "io.esimhub.suppliers",
        "io.esimhub.delivery",
        "io.esimhub.wholesale",
        "io.esimhub.reconciliation",
        "io.esimhub.reporting",
        "io.esimhub.chatbot",
        "io.esimhub.competitors",
        "io.esimhub.operations"
    })
    static class Hub {}

    /** No database, no work queue, no channel: the monitor, and what answers HTTP. */
    @Configuration(proxyBeanMethods = false)
    @Profile(MonitorOnly.PROFILES + " & !sandbox")
    @EnableAutoConfiguration(
            exclude = {
                DataSourceAutoConfiguration.class,
                FlywayAutoConfiguration.class,
                QuartzAutoConfiguration.class,
                MailSenderAutoConfiguration.class
            })
    @ComponentScan(
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            basePackages = {
                "io.esimhub.competitors",
                "io.esimhub.operations.web",
                "io.esimhub.operations.security",
                "io.esimhub.operations.health"
            })
    @ConfigurationPropertiesScan({
        "io.esimhub.competitors",
        "io.esimhub.operations.web",
        "io.esimhub.operations.security",
        "io.esimhub.operations.health"
    })
    static class MonitorAlone {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Named by its package only: the hub must work without it. */
    @Configuration(proxyBeanMethods = false)
    @Profile({"sandbox", "local"})
    @ComponentScan(
            basePackages = "io.esimhub.sandbox",
            // both sides speak of the same things, and name their classes alike
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    @ConfigurationPropertiesScan("io.esimhub.sandbox")
    static class OutsideWorld {}

    /** A list of what starts rather than of what does not: no database, Camel, security or console, also none to come. */
    @Configuration(proxyBeanMethods = false)
    @Profile("sandbox")
    @ImportAutoConfiguration({
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    static class WebServerAlone {}
}
