package io.esimhub.channels.shopify;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;

/** What of one schema is not alike in another that may hold more. */
final class SchemaSubset {

    private SchemaSubset() {}

    static List<String> differences(GraphQLSchema part, GraphQLSchema whole) {
        List<String> differences = new ArrayList<>();
        for (GraphQLNamedType type : part.getAllTypesAsList()) {
            if (type.getName().startsWith("__")) {
                continue;
            }
            if (type instanceof GraphQLObjectType object) {
                compare(object, whole.getObjectType(object.getName()), differences);
            } else if (type instanceof GraphQLInputObjectType input) {
                compare(input, (GraphQLInputObjectType) whole.getType(input.getName()), differences);
            } else if (type instanceof GraphQLEnumType values) {
                GraphQLEnumType there = (GraphQLEnumType) whole.getType(values.getName());
                values.getValues().stream()
                        .filter(value -> there == null || there.getValue(value.getName()) == null)
                        .forEach(value -> differences.add(values.getName() + "." + value.getName()));
            }
        }
        return differences;
    }

    private static void compare(GraphQLObjectType here, GraphQLObjectType there, List<String> differences) {
        for (GraphQLFieldDefinition field : here.getFieldDefinitions()) {
            String name = here.getName() + "." + field.getName();
            GraphQLFieldDefinition published = there == null ? null : there.getFieldDefinition(field.getName());
            if (published == null || !same(field.getType(), published.getType())) {
                differences.add(name);
                continue;
            }
            for (GraphQLArgument argument : field.getArguments()) {
                GraphQLArgument other = published.getArgument(argument.getName());
                if (other == null || !same(argument.getType(), other.getType())) {
                    differences.add(name + "(" + argument.getName() + ")");
                }
            }
        }
    }

    private static void compare(GraphQLInputObjectType here, GraphQLInputObjectType there, List<String> differences) {
        here.getFieldDefinitions().stream()
                .filter(field -> there == null
                        || there.getFieldDefinition(field.getName()) == null
                        || !same(
                                field.getType(),
                                there.getFieldDefinition(field.getName()).getType()))
                .forEach(field -> differences.add(here.getName() + "." + field.getName()));
    }

    private static boolean same(graphql.schema.GraphQLType one, graphql.schema.GraphQLType other) {
        return GraphQLTypeUtil.simplePrint(one).equals(GraphQLTypeUtil.simplePrint(other));
    }
}
