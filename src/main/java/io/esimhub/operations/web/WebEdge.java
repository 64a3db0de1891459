package io.esimhub.operations.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Puts the edge into the container: body limits, and problem documents in place of error pages. */
@Configuration(proxyBeanMethods = false)
class WebEdge {

    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<RawBodyFilter> webhookBodies(WebProperties settings, ProblemWriter writer) {
        return bodies(settings.webhooks().maxBody(), settings.webhooks().bodyTimeout(), writer, "/webhooks/*");
    }

    @Bean
    FilterRegistrationBean<RawBodyFilter> apiBodies(WebProperties settings, ProblemWriter writer) {
        return bodies(settings.api().maxBody(), settings.api().bodyTimeout(), writer, "/api/*", "/actuator/*");
    }

    @Bean
    FilterRegistrationBean<StartingFilter> notBeforeTheRoutesRun(CamelContext routes, ProblemWriter writer) {
        var filter = new FilterRegistrationBean<>(new StartingFilter(routes, writer));
        filter.addUrlPatterns("/webhooks/*", "/api/*");
        filter.setOrder(AFTER_SECURITY - 1);
        return filter;
    }

    private static FilterRegistrationBean<RawBodyFilter> bodies(
            DataSize limit, Duration timeout, ProblemWriter writer, String... paths) {
        var filter = new FilterRegistrationBean<>(new RawBodyFilter(limit, timeout, writer));
        filter.addUrlPatterns(paths);
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(AFTER_SECURITY);
        filter.setName("raw-bodies" + paths[0].replace('/', '-').replace("-*", ""));
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports(ProblemWriter writer) {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            // Tomcat adds a valve of this class itself unless one is there: the name keeps its own out
            var host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
            host.getPipeline().addValve(new UnreadBodyValve());
            host.getPipeline().addValve(new ProblemReportValve(writer));
        });
    }

    /** For {@code http-problems}: a caller waits, so nothing is tried twice; {@link ProblemOf} logs what is worth it. */
    @Bean
    RedeliveryPolicy neverAgain() {
        var policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(0);
        policy.setLogExhausted(false);
        policy.setLogHandled(false);
        policy.setLogStackTrace(false);
        return policy;
    }

    /** A client that asks first whether it may send its body is told so only when the body is wanted. */
    @Bean
    TomcatConnectorCustomizer continueWhenTheBodyIsRead() {
        return connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        };
    }
}
