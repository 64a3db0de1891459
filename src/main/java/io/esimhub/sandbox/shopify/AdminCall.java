package io.esimhub.sandbox.shopify;

import graphql.ExecutionInput;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Optional;

/**
 * Under which circumstances a document is run.
 *
 * @param base the shop's address as the caller wrote it, for addresses in answers
 * @param bill empty: nobody pays, as for what a bulk operation reads
 * @param everything lists have one page, whatever the document says: so bulk operations read
 */
record AdminCall(String base, Optional<Bill> bill, boolean everything) {

    static AdminCall paid(String base, Bill bill) {
        return new AdminCall(base, Optional.of(bill), false);
    }

    static AdminCall bulk() {
        return new AdminCall("", Optional.empty(), true);
    }

    static AdminCall of(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(AdminCall.class);
    }

    ExecutionInput input(String query, Map<String, Object> variables) {
        return ExecutionInput.newExecutionInput(query)
                .variables(variables)
                .graphQLContext(Map.of(AdminCall.class, this))
                .build();
    }
}
