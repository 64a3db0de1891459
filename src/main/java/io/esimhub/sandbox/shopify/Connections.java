package io.esimhub.sandbox.shopify;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections: nodes, edges and where one page ends. */
final class Connections {

    private static final int MOST = 250;

    private Connections() {}

    /** Of what the object above already holds, whole, under the field's name. */
    static DataFetcher<?> of(String field) {
        return call -> page(call, (List<?>) ((Map<?, ?>) call.getSource()).get(field));
    }

    /** A page of a list that does not move. */
    static Object page(DataFetchingEnvironment call, List<?> all) {
        int size;
        int from;
        try {
            size = size(call);
            from = Math.min(all.size(), Cursors.place(call.getArgument("after")));
        } catch (IllegalArgumentException e) {
            return refused(call, e.getMessage());
        }
        int to = from + Math.min(all.size() - from, size);
        List<String> cursors = new ArrayList<>();
        for (int place = from + 1; place <= to; place++) {
            cursors.add(Cursors.of(place));
        }
        return connection(all.subList(from, to), cursors, from > 0, to < all.size());
    }

    /**
     * @return what {@code first} says; without it everything
     * @throws IllegalArgumentException with what Shopify objects
     */
    static int size(DataFetchingEnvironment call) {
        Integer first = call.getArgument("first");
        if (first == null || AdminCall.of(call).everything()) {
            return Integer.MAX_VALUE;
        }
        if (first < 0 || first > MOST) {
            throw new IllegalArgumentException("first cannot exceed " + MOST);
        }
        return first;
    }

    /** @param cursors one for each node */
    static Map<String, Object> connection(List<?> nodes, List<String> cursors, boolean before, boolean more) {
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int each = 0; each < nodes.size(); each++) {
            edges.add(Map.of("node", nodes.get(each), "cursor", cursors.get(each)));
        }
        Map<String, Object> info = new HashMap<>(Map.of("hasPreviousPage", before, "hasNextPage", more));
        if (!cursors.isEmpty()) {
            info.put("startCursor", cursors.get(0));
            info.put("endCursor", cursors.get(cursors.size() - 1));
        }
        return Map.of("nodes", nodes, "edges", edges, "pageInfo", info);
    }

    /** No data, and an error that says why. */
    static Object refused(DataFetchingEnvironment call, String message) {
        return DataFetcherResult.newResult()
                .error(GraphqlErrorBuilder.newError(call)
                        .message("%s", message)
                        .extensions(Map.of("code", "BAD_USER_INPUT"))
                        .build())
                .build();
    }
}
