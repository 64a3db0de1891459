package io.esimhub.sandbox.shopify;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import io.esimhub.sandbox.Answer;
import io.esimhub.sandbox.SandboxJson;
import io.esimhub.sandbox.SandboxProperties;
import io.esimhub.sandbox.faults.Circumstances;
import io.esimhub.sandbox.shop.Door;
import io.esimhub.sandbox.storefront.MarketBooks;
import jakarta.servlet.http.HttpServletRequest;
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
    private final GraphQL graphql;

    AdminController(
            ShopifyCopy copy,
            SandboxJson json,
            Door door,
            QueryCosts costs,
            MarketBooks books,
            AdminActs acts,
            SandboxProperties settings) {
        this.copy = copy;
        this.json = json;
        this.door = door;
        this.costs = costs;
        this.token = settings.shopify().adminToken();
        this.graphql = new AdminSchema(books, acts).build();
    }

    record Question(String query, Map<String, Object> variables) {}

    @PostMapping(ShopifyCopy.BASE + "/admin/api/{version}/graphql.json")
    ResponseEntity<byte[]> ask(
            @PathVariable String version,
            @RequestHeader(name = "X-Shopify-Access-Token", required = false) String given,
            @RequestBody byte[] body,
            HttpServletRequest request)
            throws IOException {
        if (!token.equals(given)) {
            return copy.error(401, "POST", "").entity();
        }
        Question question = json.read(body, Question.class);
        if (!costs.afford()) {
            return copy.throttled(costs.shown(false)).entity();
        }
        return answer(question, Circumstances.of(request)).entity();
    }

    private Answer answer(Question question, Circumstances circumstances) {
        boolean changes = question.query().contains("fulfillmentCreate");
        if (changes && !door.pass(ShopifyCopy.CODE, Door.Point.BEFORE_BUY)) {
            circumstances.abandon();
            return copy.error(503, "POST", "");
        }
        ExecutionResult result = graphql.execute(ExecutionInput.newExecutionInput(question.query())
                .variables(question.variables() == null ? Map.of() : question.variables())
                .build());
        if (changes && !door.pass(ShopifyCopy.CODE, Door.Point.AFTER_BUY)) {
            circumstances.abandon();
        }
        Map<String, Object> said = new HashMap<>(result.toSpecification());
        said.put("extensions", costs.shown(true));
        return copy.say(200, said);
    }
}
