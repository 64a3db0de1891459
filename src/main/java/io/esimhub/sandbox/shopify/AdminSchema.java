package io.esimhub.sandbox.shopify;

import static graphql.schema.idl.TypeRuntimeWiring.newTypeWiring;

import graphql.GraphQL;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.esimhub.sandbox.storefront.MarketBooks;
import io.esimhub.sandbox.storefront.MarketOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The Admin API as far as the sandbox's shop answers it. */
final class AdminSchema {

    private static final Pattern UPDATED = Pattern.compile("updated_at:>='?([0-9TZ:.+-]+)'?");

    private final MarketBooks books;
    private final AdminActs acts;

    AdminSchema(MarketBooks books, AdminActs acts) {
        this.books = books;
        this.acts = acts;
    }

    GraphQL build() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(text("DateTime"))
                .scalar(text("Decimal"))
                .scalar(text("URL"))
                .type(newTypeWiring("QueryRoot")
                        .dataFetcher("order", this::order)
                        .dataFetcher("orders", this::orders)
                        .dataFetcher("webhookSubscriptions", call -> page(call, acts.subscriptions())))
                .type(newTypeWiring("Order")
                        .dataFetcher("lineItems", listed("lineItems"))
                        .dataFetcher("fulfillmentOrders", listed("fulfillmentOrders")))
                .type(newTypeWiring("FulfillmentOrder").dataFetcher("lineItems", listed("lineItems")))
                .type(newTypeWiring("Mutation")
                        .dataFetcher("fulfillmentCreate", call -> acts.fulfil(call.getArgument("fulfillment")))
                        .dataFetcher(
                                "webhookSubscriptionCreate",
                                call -> acts.subscribe(
                                        call.getArgument("topic"), call.getArgument("webhookSubscription")))
                        .dataFetcher(
                                "webhookSubscriptionUpdate",
                                call -> acts.change(call.getArgument("id"), call.getArgument("webhookSubscription")))
                        .dataFetcher("webhookSubscriptionDelete", call -> acts.unsubscribe(call.getArgument("id"))))
                .build();
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(registry(), wiring))
                .build();
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

    private Object order(DataFetchingEnvironment call) {
        String gid = call.getArgument("id");
        return books.find(ShopifyCopy.CODE, gid.substring(gid.lastIndexOf('/') + 1))
                .map(AdminNodes::order)
                .orElse(null);
    }

    private Object orders(DataFetchingEnvironment call) {
        String query = call.getArgument("query");
        Matcher since = UPDATED.matcher(query == null ? "" : query);
        Instant from = since.find() ? Instant.parse(since.group(1)) : Instant.EPOCH;
        List<MarketOrder> found = books.of(ShopifyCopy.CODE).stream()
                .filter(order -> !order.updatedAt().isBefore(from))
                .toList();
        return page(call, found.stream().map(AdminNodes::order).toList());
    }

    private static DataFetcher<?> listed(String field) {
        return call -> page(call, (List<?>) ((Map<?, ?>) call.getSource()).get(field));
    }

    /** Cursors are positions. */
    private static Map<String, Object> page(DataFetchingEnvironment call, List<?> all) {
        String after = call.getArgument("after");
        int from = after == null || after.isEmpty() ? 0 : Integer.parseInt(after);
        Integer first = call.getArgument("first");
        int to = Math.min(all.size(), from + (first == null ? all.size() : first));
        List<?> nodes = all.subList(Math.min(from, to), to);
        return Map.of(
                "nodes",
                nodes,
                "pageInfo",
                Map.of("hasNextPage", to < all.size(), "hasPreviousPage", from > 0, "endCursor", Integer.toString(to)));
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
