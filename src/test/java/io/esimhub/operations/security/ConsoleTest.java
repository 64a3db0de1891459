package io.esimhub.operations.security;

import static io.esimhub.operations.web.Browserless.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.Browserless;
import io.esimhub.operations.web.EdgeTest;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class ConsoleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Test
    void anOperatorStopsAndStartsARoute() throws Exception {
        assertThat(exec(route("test-leaky"), "stop()").get("status").asInt()).isEqualTo(200);
        assertThat(camel.getRouteController().getRouteStatus("test-leaky")).isEqualTo(ServiceStatus.Stopped);
        assertThat(exec(route("test-leaky"), "start()").get("status").asInt()).isEqualTo(200);
        assertThat(camel.getRouteController().getRouteStatus("test-leaky")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void anOperatorSeesTheRoutesAsTheyAreWritten() throws Exception {
        JsonNode dump = exec(context(), "dumpRoutesAsXml()");
        assertThat(dump.get("value").asText()).contains("test-webhook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove()", "updateRouteFromXml(java.lang.String)"})
    void anOperatorDoesNotChangeARoute(String operation) throws Exception {
        assertThat(exec(route("test-leaky"), operation).get("status").asInt()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'exec','mbean':'%s','operation':'sendStringBody','arguments':['direct:test-greeting','x']}",
                "{'type':'exec','mbean':'%s','operation':'stop()'}",
                "{'type':'exec','mbean':'java.lang:type=Memory','operation':'gc'}",
                "{'type':'exec','mbean':'com.sun.management:type=DiagnosticCommand','operation':'vmSystemProperties'}",
                "{'type':'write','mbean':'%s','attribute':'Tracing','value':true}",
                "{'type':'write','mbean':'java.lang:type=Memory','attribute':'Verbose','value':true}",
                "{'type':'read','mbean':'java.lang:type=Runtime','attribute':'SystemProperties'}",
                "{'type':'notification','command':'add','mode':'sse','mbean':'java.lang:type=Memory'}",
            })
    void anOperatorDoesNothingElseOverJmx(String request) throws Exception {
        var http = new Browserless(port);
        String body = request.formatted(context().replace("\"", "\\\"")).replace('\'', '"');
        var answer = http.send(http.asOps("/actuator/jolokia").POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() == 200) {
            assertThat(json(answer).get("status").asInt()).as(answer.body()).isGreaterThanOrEqualTo(400);
            assertThat(json(answer).path("value").isMissingNode())
                    .as(answer.body())
                    .isTrue();
        }
    }

    @Test
    void readingEveryAttributeOfABeanDoesNotShowTheOnesThatMayHoldPasswords() throws Exception {
        var http = new Browserless(port);
        for (String path : new String[] {
            "read/java.lang:type=Runtime", "read/java.lang:type=*", "read/*:type=Runtime/SystemProperties"
        }) {
            var answer = http.getAsOps("/actuator/jolokia/" + path);
            assertThat(answer.body()).doesNotContain("java.class.path", "EnableDynamicAgentLoading");
        }
    }

    @Test
    void nobodyElseIsCalledOnAnOperatorsBehalf() throws Exception {
        try (var elsewhere = new ServerSocket(0)) {
            elsewhere.setSoTimeout(300);
            var http = new Browserless(port);
            String request =
                    ("{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"Uptime\",\"target\":"
                                    + "{\"url\":\"service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/jmxrmi\"}}")
                            .formatted(elsewhere.getLocalPort());
            http.send(http.asOps("/actuator/jolokia").POST(BodyPublishers.ofString(request)));
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void noOtherOriginIsToldThatItMayAsk() throws Exception {
        var http = new Browserless(port);
        var answer = http.send(http.asOps("/actuator/jolokia/version").header("Origin", "https://evil.example"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("access-control"));
    }

    @Test
    void hawtioAsksForNoSecondLoginAndForwardsToNobody() throws Exception {
        var http = new Browserless(port);
        assertThat(http.getAsOps("/actuator/hawtio/index.html").body()).contains("<html");
        assertThat(http.getAsOps("/actuator/hawtio/auth/login").statusCode()).isNotEqualTo(401);
        assertThat(http.getAsOps("/actuator/hawtio/proxy/http/localhost/" + port + "/actuator/health/liveness")
                        .statusCode())
                .isEqualTo(403);
    }

    private JsonNode exec(String bean, String operation) throws Exception {
        var http = new Browserless(port);
        String body = "{\"type\":\"exec\",\"mbean\":\"%s\",\"operation\":\"%s\"}"
                .formatted(bean.replace("\"", "\\\""), operation);
        return json(http.send(http.asOps("/actuator/jolokia").POST(BodyPublishers.ofString(body))));
    }

    private String route(String id) {
        return "org.apache.camel:context=%s,type=routes,name=\"%s\"".formatted(camel.getManagementName(), id);
    }

    private String context() {
        return "org.apache.camel:context=%s,type=context,name=\"%s\""
                .formatted(camel.getManagementName(), camel.getName());
    }
}
