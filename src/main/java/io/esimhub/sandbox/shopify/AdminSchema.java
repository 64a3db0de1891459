package io.esimhub.sandbox.shopify;

import static graphql.schema.idl.TypeRuntimeWiring.newTypeWiring;

import graphql.GraphQL;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The Admin API as far as the sandbox's shop answers it. */
@Component
class AdminSchema {

    private final OrderDesk orders;
    private final AppAccess access;
    private final AdminActs acts;
    private final BulkDesk bulk;

    AdminSchema(OrderDesk orders, AppAccess access, AdminActs acts, BulkDesk bulk) {
        this.orders = orders;
        this.access = access;
        this.acts = acts;
        this.bulk = bulk;
    }

    GraphQL build() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(text("DateTime"))
                .scalar(text("Decimal"))
                .scalar(text("URL"))
                .scalar(text("UnsignedInt64"))
                .type(questions())
                .type(newTypeWiring("Order")
                        .dataFetcher("lineItems", Connections.of("lineItems"))
                        .dataFetcher("fulfillmentOrders", Connections.of("fulfillmentOrders")))
                .type(newTypeWiring("FulfillmentOrder").dataFetcher("lineItems", Connections.of("lineItems")))
                .type(changes())
                .build();
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(registry(), wiring))
                .build();
    }

    private TypeRuntimeWiring.Builder questions() {
        return newTypeWiring("QueryRoot")
                .dataFetcher("order", orders::order)
                .dataFetcher("orders", orders::orders)
                .dataFetcher("ordersCount", orders::count)
                .dataFetcher("currentAppInstallation", call -> access.installation())
                .dataFetcher("bulkOperation", bulk::find)
                .dataFetcher("webhookSubscriptions", call -> Connections.page(call, acts.subscriptions()));
    }

    private TypeRuntimeWiring.Builder changes() {
        return newTypeWiring("Mutation")
                .dataFetcher("bulkOperationRunQuery", bulk::run)
                .dataFetcher("fulfillmentCreate", call -> acts.fulfil(call.getArgument("fulfillment")))
                .dataFetcher(
                        "webhookSubscriptionCreate",
                        call -> acts.subscribe(call.getArgument("topic"), call.getArgument("webhookSubscription")))
                .dataFetcher(
                        "webhookSubscriptionUpdate",
                        call -> acts.change(call.getArgument("id"), call.getArgument("webhookSubscription")))
                .dataFetcher("webhookSubscriptionDelete", call -> acts.unsubscribe(call.getArgument("id")));
    }

    static TypeDefinitionRegistry registry() {
        try {
            return new SchemaParser()
                    .parse(new ClassPathResource("sandbox/shopify.graphqls")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GraphQLScalarType text(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Coercing<String, String>() {
                    @Override
                    public String serialize(Object value, graphql.GraphQLContext context, java.util.Locale locale) {
                        return value.toString();
                    }

                    @Override
                    public String parseValue(Object value, graphql.GraphQLContext context, java.util.Locale locale) {
                        return value.toString();
                    }
                })
                .build();
    }
}
