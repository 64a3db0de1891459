package io.esimhub.suppliers.esimgo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.suppliers.HttpAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import io.esimhub.suppliers.SupplierOrderRequest;
import io.esimhub.suppliers.SuppliersProperties;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of eSIM Go's routes: our words into its requests, its answers into ours. */
@Component("esimGo")
class EsimGo {

    private static final String REQUEST = "orderRequest";
    private static final String PAGE = "esimGoPage";

    private final EsimGoAnswers answers;
    private final ObjectMapper json;
    private final String apiKey;
    private final Clock clock;

    EsimGo(SuppliersProperties properties, ObjectMapper json, Clock clock) {
        this.answers = new EsimGoAnswers(json);
        this.json = json;
        this.apiKey = properties.suppliers().get("esim-go").apiKey();
        this.clock = clock;
    }

    /** POST /orders: {@code type=transaction} buys, {@code assign=true} without ICCIDs gives new eSIMs. */
    public void order(Exchange exchange) throws JsonProcessingException {
        SupplierOrderRequest request = exchange.getMessage().getBody(SupplierOrderRequest.class);
        exchange.setProperty(REQUEST, request);
        Message message = ask(exchange, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json.writeValueAsBytes(Map.of(
                "type",
                "transaction",
                "assign",
                true,
                "order",
                List.of(Map.of(
                        "type", "bundle",
                        "item", request.supplierSku(),
                        "quantity", request.quantity())))));
    }

    public SupplierAnswer ordered(Exchange exchange) {
        SupplierOrderRequest request = exchange.getProperty(REQUEST, SupplierOrderRequest.class);
        return answers.placed(exchange.getMessage().getBody(HttpAnswer.class), request.quantity(), clock.instant());
    }

    /** GET /orders/{reference}. */
    public void find(Exchange exchange) {
        String reference = exchange.getMessage().getBody(String.class);
        Message message = ask(exchange, "GET");
        message.setHeader(Exchange.HTTP_PATH, "/" + encoded(reference));
    }

    public Object found(HttpAnswer answer) {
        return answers.found(answer);
    }

    public void startList(Exchange exchange) {
        EsimGoPage page = new EsimGoPage(exchange.getMessage().getBody(OrderWindow.class));
        exchange.setProperty(PAGE, page);
    }

    /** GET /orders, one page; {@code createdAt} twice with operators is the API's way to say from and to. */
    public void page(Exchange exchange) {
        EsimGoPage page = exchange.getProperty(PAGE, EsimGoPage.class);
        Message message = ask(exchange, "GET");
        message.setHeader(
                Exchange.HTTP_QUERY,
                "includeIccids=true&page=" + page.page() + "&limit=" + EsimGoPage.SIZE
                        + "&createdAt=" + encoded("gte:" + page.window().from())
                        + "&createdAt=" + encoded("lte:" + page.window().to()));
    }

    public void pageRead(Exchange exchange) throws IOException {
        EsimGoPage page = exchange.getProperty(PAGE, EsimGoPage.class);
        HttpAnswer answer = exchange.getMessage().getBody(HttpAnswer.class);
        if (!answer.success() || !answer.json()) {
            throw new IOException("eSIM Go's list of orders answered HTTP " + answer.status());
        }
        page.add(read(answer.body()), answer.date().orElse(null));
    }

    public SupplierListing listed(Exchange exchange) {
        EsimGoPage page = exchange.getProperty(PAGE, EsimGoPage.class);
        return new SupplierListing(page.orders(), Optional.ofNullable(page.supplierClock()));
    }

    /** A bare list, or one wrapped in {@code orders}: both were seen. */
    private List<SupplierOrder> read(byte[] body) throws IOException {
        JsonNode tree = json.readTree(body);
        JsonNode list = tree.isArray() ? tree : tree.path("orders");
        if (!list.isArray()) {
            throw new IOException("eSIM Go's list of orders is not a list");
        }
        List<SupplierOrder> orders = new ArrayList<>();
        for (JsonNode order : list) {
            orders.add(EsimGoOrders.listed(json.treeToValue(order, EsimGoOrder.class)));
        }
        return orders;
    }

    private Message ask(Exchange exchange, String method) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader("X-API-Key", apiKey);
        message.setHeader("Accept", "application/json");
        message.setBody(null);
        return message;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
