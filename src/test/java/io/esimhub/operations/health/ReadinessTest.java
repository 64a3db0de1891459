package io.esimhub.operations.health;

import static io.esimhub.operations.web.Browserless.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.operations.web.Browserless;
import io.esimhub.operations.web.EdgeTest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

@EdgeTest
class ReadinessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Autowired
    private AtomicReference<String> clock;

    @AfterEach
    void theClockIsRightAgain() {
        clock.set(null);
    }

    @Test
    void probesNeedNoLoginAndShowNoDetails() throws Exception {
        var http = new Browserless(port);
        assertThat(http.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(http.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(json(http.get("/actuator/health")).has("components")).isFalse();
        assertThat(json(http.getAsOps("/actuator/health/readiness"))
                        .at("/components/conditions/details/routes")
                        .asText())
                .isEqualTo("ready");
    }

    @Test
    void aConditionThatFailsTakesTheProcessOutOfServiceButDoesNotKillIt() throws Exception {
        var http = new Browserless(port);
        clock.set("The clock is 9 s ahead of the database's.");
        assertThat(http.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(http.get("/actuator/health/readiness").body()).doesNotContain("clock");
        assertThat(json(http.getAsOps("/actuator/health/readiness"))
                        .at("/components/conditions/details/clock")
                        .asText())
                .isEqualTo("The clock is 9 s ahead of the database's.");
        assertThat(http.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void aRouteThatAnOperatorStoppedKeepsTheProcessInService() throws Exception {
        camel.getRouteController().stopRoute("test-leaky");
        try {
            assertThat(new Browserless(port).get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
        } finally {
            camel.getRouteController().startRoute("test-leaky");
        }
    }

    @TestConfiguration
    static class Clock {

        @Bean
        AtomicReference<String> clock() {
            return new AtomicReference<>();
        }

        @Bean
        ReadinessCondition clockCondition(AtomicReference<String> clock) {
            return new ReadinessCondition() {
                @Override
                public String name() {
                    return "clock";
                }

                @Override
                public Optional<String> notReadyBecause() {
                    return Optional.ofNullable(clock.get());
                }
            };
        }
    }
}
