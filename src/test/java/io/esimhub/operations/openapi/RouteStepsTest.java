package io.esimhub.operations.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;

class RouteStepsTest {

    @Test
    void everyAnswerOfARouteIsFoundInsideItsChoicesToo() {
        RouteDefinition route = new RouteDefinition().from("direct:a");
        route.choice()
                .when()
                .constant(true)
                .bean("answer", "send(${exchange}, 200, 'text/csv;charset=UTF-8')")
                .otherwise()
                .bean("answer", "json(${exchange}, 200)")
                .end();
        route.bean("answer", "empty(${exchange}, 204)");

        assertThat(RouteSteps.of(route).answers())
                .isEqualTo(Map.of("200", List.of("application/json", "text/csv"), "204", List.of()));
    }

    @Test
    void aRouteThatLeavesTheAnswerToAnotherAnswersAsMostDo() {
        assertThat(RouteSteps.of(new RouteDefinition().from("direct:a").to("direct:b"))
                        .answers())
                .isEqualTo(Map.of("200", List.of("application/json")));
    }

    @Test
    void aListTellsItsFilters() {
        RouteSteps list = steps("pageQuery", "read(${exchange}, 'state,order')");

        assertThat(list.isList()).isTrue();
        assertThat(list.filters()).containsExactly("state", "order");
        assertThat(steps("found", "orProblem(${body}, 'order')").isList()).isFalse();
    }

    @Test
    void onlyTheFirstStepSeesTheBodyThatCame() {
        assertThat(steps("acts", "cancel(${header.number}, ${header.Idempotency-Key}, ${body})"))
                .matches(RouteSteps::readBody)
                .matches(RouteSteps::readIdempotencyKey);
        RouteDefinition later = new RouteDefinition().from("direct:a");
        later.bean("secretKeys", "report").bean("found", "orProblem(${body}, 'key')");
        assertThat(RouteSteps.of(later).readBody()).isFalse();
    }

    private static RouteSteps steps(String bean, String method) {
        RouteDefinition route = new RouteDefinition().from("direct:a");
        route.bean(bean, method);
        return RouteSteps.of(route);
    }
}
