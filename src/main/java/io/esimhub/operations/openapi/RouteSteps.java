package io.esimhub.operations.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;

/**
 * What a route's steps tell about its HTTP side. They are what runs: a status that was written down a second time beside them
 * could be another one.
 */
record RouteSteps(List<BeanDefinition> beans) {

    private static final Pattern ANSWER =
            Pattern.compile("(json|send|empty)\\(\\$\\{exchange}, *(\\d{3})(?:, *'([^';]+)[^']*')?\\)");
    private static final Pattern LIST = Pattern.compile("read\\(\\$\\{exchange}, *'([^']*)'\\)");
    private static final String JSON = "application/json";

    static RouteSteps of(RouteDefinition route) {
        return new RouteSteps(
                List.copyOf(ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), BeanDefinition.class)));
    }

    /** Every status that the bean {@code answer} is told to send, with its content types; 200 with JSON if a route further on answers. */
    Map<String, List<String>> answers() {
        Map<String, List<String>> answers = new TreeMap<>();
        calls("answer", ANSWER)
                .forEach(call -> answers.merge(
                        call.group(2), contentOf(call), (one, other) -> Stream.concat(one.stream(), other.stream())
                                .distinct()
                                .sorted()
                                .toList()));
        return answers.isEmpty() ? Map.of("200", List.of(JSON)) : answers;
    }

    boolean isList() {
        return calls("pageQuery", LIST).findAny().isPresent();
    }

    /** The query parameters that a list is narrowed by. */
    List<String> filters() {
        return calls("pageQuery", LIST)
                .flatMap(call -> Stream.of(call.group(1).split(",")))
                .toList();
    }

    /** Only the first step can see the body that came. */
    boolean readBody() {
        return beans.stream()
                .findFirst()
                .filter(first -> mentions(first, "${body}"))
                .isPresent();
    }

    boolean readIdempotencyKey() {
        return beans.stream().anyMatch(bean -> mentions(bean, "${header.Idempotency-Key}"));
    }

    private Stream<MatchResult> calls(String bean, Pattern call) {
        return beans.stream()
                .filter(step -> bean.equals(step.getRef()) && step.getMethod() != null)
                .map(step -> call.matcher(step.getMethod()))
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
    }

    private static List<String> contentOf(MatchResult answer) {
        return switch (answer.group(1)) {
            case "json" -> List.of(JSON);
            case "send" -> List.of(answer.group(3));
            default -> List.of();
        };
    }

    private static boolean mentions(BeanDefinition step, String expression) {
        return step.getMethod() != null && step.getMethod().contains(expression);
    }
}
