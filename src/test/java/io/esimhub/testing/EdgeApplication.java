package io.esimhub.testing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** The edge alone: real container, security, Camel and Hawtio, without a database. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, QuartzAutoConfiguration.class})
@ComponentScan({"io.esimhub.operations.web", "io.esimhub.operations.security", "io.esimhub.operations.health"})
@ConfigurationPropertiesScan({
    "io.esimhub.operations.web",
    "io.esimhub.operations.security",
    "io.esimhub.operations.health"
})
public class EdgeApplication {}
