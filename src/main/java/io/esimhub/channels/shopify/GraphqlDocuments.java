package io.esimhub.channels.shopify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The GraphQL documents that we send, from {@code graphql/shopify}. */
@Component
class GraphqlDocuments {

    private final Map<String, String> read = new ConcurrentHashMap<>();

    String text(String name) {
        return read.computeIfAbsent(name, GraphqlDocuments::load);
    }

    private static String load(String name) {
        try {
            return new ClassPathResource("graphql/shopify/" + name + ".graphql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("no document named " + name, e);
        }
    }
}
