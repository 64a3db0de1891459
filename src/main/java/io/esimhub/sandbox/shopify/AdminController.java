package io.esimhub.sandbox.shopify;

import graphql.ExecutionResult;
import graphql.GraphQL;
import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.shop.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/api/{version}/graphql.json}: any document of the schema. */
@RestController
class AdminController {

    private final ShopifyCopy copy;
    private final SandboxJson json;
    private final Door door;
    private final QueryCosts costs;
    private final String token;
    private final String oldest;
    private final GraphQL graphql;

    AdminController(
            ShopifyCopy copy,
            SandboxJson json,
            Door door,
            QueryCosts costs,
            AdminSchema schema,
            SandboxProperties settings) {
        this.copy = copy;
        this.json = json;
        this.door = door;
        this.costs = costs;
        this.token = settings.shopify().adminToken();
        this.oldest = settings.shopify().oldestVersion();
        this.graphql = schema.build();
    }

    record Question(String query, Map<String, Object> variables) {}

    @PostMapping(ShopifyCopy.BASE + "/admin/api/{version}/graphql.json")
    ResponseEntity<byte[]> ask(
            @PathVariable String version,
            @RequestHeader(name = "X-Shopify-Access-Token", required = false) String given,
            @RequestBody byte[] body,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // Shopify answers a version that is no longer there with the oldest one that is
        response.setHeader("X-Shopify-API-Version", version.compareTo(oldest) < 0 ? oldest : version);
        if (!token.equals(given)) {
            return copy.error(401, "POST", "").entity();
        }
        Question question = json.read(body, Question.class);
        Bill bill = new Bill(costs);
        if (!bill.open()) {
            return copy.throttled(bill.shown()).entity();
        }
        return answer(question, AdminCall.paid(base(request), bill), Circumstances.of(request))
                .entity();
    }

    private Answer answer(Question question, AdminCall call, Circumstances circumstances) {
        boolean changes = question.query().contains("fulfillmentCreate");
        if (changes && !door.pass(ShopifyCopy.CODE, Door.Point.BEFORE_BUY)) {
            circumstances.abandon();
            return copy.error(503, "POST", "");
        }
        ExecutionResult result = graphql.execute(
                call.input(question.query(), question.variables() == null ? Map.of() : question.variables()));
        if (changes && !door.pass(ShopifyCopy.CODE, Door.Point.AFTER_BUY)) {
            circumstances.abandon();
        }
        Bill bill = call.bill().orElseThrow();
        if (bill.refused()) {
            return copy.throttled(bill.shown());
        }
        Map<String, Object> said = new HashMap<>(result.toSpecification());
        said.put("extensions", bill.shown());
        return copy.say(200, said);
    }

    private static String base(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        return address.substring(0, address.indexOf(ShopifyCopy.BASE) + ShopifyCopy.BASE.length());
    }
}
