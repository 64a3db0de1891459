package io.esimhub.sandbox.faults;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Hands the filter what only Tomcat can do: end a connection without an answer. */
@Component
class ConnectionValve implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String ATTRIBUTE = Connection.class.getName();

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addEngineValves(new Valve());
    }

    static Connection of(ServletRequest request) {
        return (Connection) request.getAttribute(ATTRIBUTE);
    }

    private static class Valve extends ValveBase {

        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Connection connection =
                    () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("cut on request"));
            request.setAttribute(ATTRIBUTE, connection);
            getNext().invoke(request, response);
        }
    }
}
