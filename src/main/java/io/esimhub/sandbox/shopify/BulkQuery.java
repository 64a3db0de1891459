package io.esimhub.sandbox.shopify;

import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What Shopify demands of a query that is to be run in bulk, beyond its schema. */
final class BulkQuery {

    private static final int MOST_CONNECTIONS = 5;

    private final Map<String, FragmentDefinition> fragments;
    private final List<String> objections = new ArrayList<>();
    private int connections;

    private BulkQuery(Document document) {
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(java.util.stream.Collectors.toMap(FragmentDefinition::getName, each -> each));
    }

    static Optional<String> objection(GraphQLSchema schema, String query) {
        Document document;
        try {
            document = Parser.parse(query);
        } catch (InvalidSyntaxException e) {
            return Optional.of("Invalid bulk query: " + e.getMessage());
        }
        List<? extends GraphQLError> errors = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            return Optional.of("Invalid bulk query: " + errors.get(0).getMessage());
        }
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() != 1 || operations.get(0).getOperation() != OperationDefinition.Operation.QUERY) {
            return Optional.of("Bulk queries must be one query operation.");
        }
        return new BulkQuery(document).objection(operations.get(0));
    }

    private Optional<String> objection(OperationDefinition operation) {
        fields(operation.getSelectionSet()).forEach(field -> walk(field, null));
        if (connections == 0) {
            return Optional.of("Bulk queries must contain at least one connection.");
        }
        if (connections > MOST_CONNECTIONS) {
            return Optional.of("Bulk queries cannot contain more than " + MOST_CONNECTIONS + " connections.");
        }
        return objections.stream().findFirst();
    }

    /** @param node what the objects above select; null: there are none */
    private void walk(Field field, List<Field> node) {
        List<Field> inside = fields(field.getSelectionSet());
        List<Field> edges =
                inside.stream().filter(each -> each.getName().equals("edges")).toList();
        if (inside.stream().anyMatch(each -> each.getName().equals("nodes"))) {
            objections.add("Bulk queries read a connection through its edges: " + field.getName());
        }
        if (edges.isEmpty()) {
            inside.forEach(each -> walk(each, node));
            return;
        }
        connections++;
        if (node != null && node.stream().noneMatch(BulkQuery::isId)) {
            objections.add("The parent 'node' field for a nested connection must select the 'id' field without an alias"
                    + " and must be of 'ID' return type. Connection fields without 'id': " + field.getName() + ".");
        }
        List<Field> selected = edges.stream()
                .flatMap(each -> fields(each.getSelectionSet()).stream())
                .filter(each -> each.getName().equals("node"))
                .flatMap(each -> fields(each.getSelectionSet()).stream())
                .toList();
        selected.forEach(each -> walk(each, selected));
    }

    private static boolean isId(Field field) {
        return field.getName().equals("id") && field.getAlias() == null;
    }

    private List<Field> fields(SelectionSet set) {
        return set == null
                ? List.of()
                : set.getSelections().stream().flatMap(this::fields).toList();
    }

    private Stream<Field> fields(Selection<?> selection) {
        if (selection instanceof Field field) {
            return Stream.of(field);
        }
        return selection instanceof FragmentSpread spread
                ? fields(fragments.get(spread.getName()).getSelectionSet()).stream()
                : fields(((InlineFragment) selection).getSelectionSet()).stream();
    }
}
