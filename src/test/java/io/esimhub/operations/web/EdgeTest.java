package io.esimhub.operations.web;

import io.esimhub.testing.EdgeApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** One context for all tests of the edge: a random port, the routes of {@code edge/routes.yaml}, the login ops / ops. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("local")
@SpringBootTest(
        classes = {EdgeApplication.class, EdgeProbe.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=classpath:routes/operations/problems.yaml,classpath:edge/routes.yaml",
            "server.tomcat.connection-timeout=1s",
            "hub.webhooks.body-timeout=2s",
            // there is no database to be healthy
            "management.endpoint.health.group.readiness.include=readinessState,conditions",
            // tests have no metrics unless they ask
            "management.prometheus.metrics.export.enabled=true",
            "spring.main.banner-mode=off"
        })
public @interface EdgeTest {}
