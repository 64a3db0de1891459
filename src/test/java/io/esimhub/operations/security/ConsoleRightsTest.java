package io.esimhub.operations.security;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleRightsTest {

    private static final String ROUTE = "org.apache.camel:context=hub,type=routes,name=\"place-esim-go\"";
    private static final String CONTEXT = "org.apache.camel:context=hub,type=context,name=\"hub\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ROUTE + "|start()",
                ROUTE + "|start",
                ROUTE + "|stop(long)",
                ROUTE + "|suspend",
                ROUTE + "|resume",
                ROUTE + "|dumpRouteAsXml(boolean)",
                CONTEXT + "|dumpRoutesAsXml(boolean,boolean)",
                CONTEXT + "|dumpRoutesStatsAsXml",
            })
    void operatorsSwitchRoutesAndSeeTheirDiagrams(String bean, String operation) throws Exception {
        assertThat(ConsoleRights.mayCall(new ObjectName(bean), operation)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ROUTE + "|remove()",
                ROUTE + "|updateRouteFromXml(java.lang.String)",
                ROUTE + "|reset",
                ROUTE + "|stopAndFail",
                ROUTE + "|restart",
                CONTEXT + "|stop",
                CONTEXT + "|suspend()",
                CONTEXT + "|sendBody(java.lang.String,java.lang.Object)",
                CONTEXT + "|sendStringBody",
                CONTEXT + "|requestBody",
                CONTEXT + "|createEndpoint",
                CONTEXT + "|removeEndpoints",
                CONTEXT + "|startAllRoutes",
                "org.apache.camel:context=hub,type=endpoints,name=\"x\"|browseAllMessagesAsXml",
                "org.apache.camel:context=hub,type=tracer,name=BacklogTracer|dumpAllTracedMessagesAsXml",
                "org.apache.camel:context=hub,type=consumers,name=x|stop",
                "org.apache.camel:context=hub,type=processors,name=x|start",
                "org.apache.camel:context=hub,name=x|start",
                "org.apache.camel:type=routes,*|start",
                "org.apache.camel*:type=routes,name=x|start",
                "com.sun.management:type=DiagnosticCommand|vmSystemProperties",
                "com.sun.management:type=HotSpotDiagnostic|dumpHeap",
                "java.lang:type=Memory|gc",
                "java.util.logging:type=Logging|setLoggerLevel",
                "ch.qos.logback.classic:Name=default,Type=ch.qos.logback.classic.jmx.JMXConfigurator|setLoggerLevel",
                "org.springframework.boot:type=Admin,name=SpringApplication|shutdown",
                "hawtio:type=QuartzFacade|updateCronTrigger",
                "other:type=routes,name=x|start",
            })
    void nothingElseIsCalled(String bean, String operation) throws Exception {
        assertThat(ConsoleRights.mayCall(new ObjectName(bean), operation)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"HeapMemoryUsage, true", "SystemProperties, false", "InputArguments, false"})
    void attributesThatMayHoldPasswordsAreNotRead(String attribute, boolean readable) throws Exception {
        assertThat(ConsoleRights.mayRead(new ObjectName("java.lang:type=Runtime"), attribute))
                .isEqualTo(readable);
    }
}
