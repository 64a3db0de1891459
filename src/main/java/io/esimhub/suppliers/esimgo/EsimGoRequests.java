package io.esimhub.suppliers.esimgo;

import io.esimhub.operations.http.VendorText;
import io.esimhub.suppliers.SupplierSettings;
import io.esimhub.suppliers.SuppliersProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** How every request to eSIM Go begins: with our key, and with nothing that the exchange carried before. */
@Component
class EsimGoRequests {

    private final SupplierSettings settings;

    EsimGoRequests(SuppliersProperties properties) {
        this.settings = properties.of(EsimGo.CODE);
    }

    Message ask(Exchange exchange, String method) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader("X-API-Key", settings.apiKey());
        message.setHeader("Accept", "application/json");
        message.setBody(null);
        return message;
    }

    /** Masks our key in the vendor's words. */
    VendorText words() {
        return new VendorText(settings.apiKey());
    }

    /** Also what eSIM Go signs its callbacks with; empty if there is none. */
    String apiKey() {
        return settings.apiKey() == null ? "" : settings.apiKey();
    }

    int requestsPerSecond() {
        return settings.requestsPerSecond();
    }

    /** For a path as well as for a query: a blank as %20, a slash never as itself. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
