package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ParseAndValidate;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.esimhub.suppliers.Contracts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our documents against the Admin schema 2026-07 as Shopify publishes it. */
class GraphqlContractTest {

    private final GraphqlDocuments documents = new GraphqlDocuments();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "fulfillment-orders",
                "fulfillment-create",
                "webhook-subscriptions",
                "webhook-subscription-create",
                "webhook-subscription-update"
            })
    void everyDocumentIsValid(String name) throws IOException {
        Document document = Parser.parse(documents.text(name));

        assertThat(ParseAndValidate.validate(published(), document, Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void aDocumentOfAFieldThatIsNotThereIsNot() throws IOException {
        assertThat(ParseAndValidate.validate(
                        published(), Parser.parse("{ order(id: \"1\") { colour } }"), Locale.ENGLISH))
                .isNotEmpty();
    }

    @Test
    void theFormOfAFulfillmentIsAnInputOfTheSchema() throws IOException {
        FulfillmentPlan.Fulfillment fulfillment = new FulfillmentPlan.Fulfillment(
                Optional.of(new io.esimhub.orders.Parcel("Royal Mail", "RR1", Optional.of("https://example.com/RR1"))),
                Map.of("gid://shopify/FulfillmentOrder/1", Map.of("gid://shopify/FulfillmentOrderLineItem/2", 1)));

        graphql.execution.RawVariables variables =
                graphql.execution.RawVariables.of(Map.of("fulfillment", FulfillmentForm.of(fulfillment, false)));
        Document document = Parser.parse(documents.text("fulfillment-create"));

        assertThat(graphql.execution.ValuesResolver.coerceVariableValues(
                                published(),
                                document.getFirstDefinitionOfType(graphql.language.OperationDefinition.class)
                                        .orElseThrow()
                                        .getVariableDefinitions(),
                                variables,
                                graphql.GraphQLContext.getDefault(),
                                Locale.ENGLISH)
                        .toMap())
                .containsKey("fulfillment");
    }

    @Test
    void theSandboxSpeaksThePublishedSchema() throws IOException {
        GraphQLSchema published = published();
        GraphQLSchema sandbox = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
                .parse(new String(
                        GraphqlContractTest.class
                                .getResourceAsStream("/sandbox/shopify.graphqls")
                                .readAllBytes(),
                        StandardCharsets.UTF_8)));

        List<String> differences = SchemaSubset.differences(sandbox, published);

        assertThat(differences).isEmpty();
    }

    private static GraphQLSchema published() throws IOException {
        try (InputStream file =
                new GZIPInputStream(Files.newInputStream(Contracts.file("shopify/graphql/admin_2026-07.json.gz")))) {
            Map<?, ?> content = new ObjectMapper().readValue(file, Map.class);
            @SuppressWarnings("unchecked")
            Map<String, Object> data =
                    (Map<String, Object>) (content.containsKey("data") ? content.get("data") : content);
            return UnExecutableSchemaGenerator.makeUnExecutableSchema(
                    new SchemaParser().buildRegistry(new IntrospectionResultToSchema().createSchemaDefinition(data)));
        }
    }
}
