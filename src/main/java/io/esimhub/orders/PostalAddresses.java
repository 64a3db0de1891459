package io.esimhub.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Postal addresses as their column holds them. */
@Component
class PostalAddresses {

    private final ObjectMapper json;

    PostalAddresses(ObjectMapper json) {
        this.json = json;
    }

    /** @return null for none */
    String column(Optional<PostalAddress> address) {
        return address.map(this::text).orElse(null);
    }

    /** @param column null for none */
    Optional<PostalAddress> read(String column) {
        try {
            return column == null ? Optional.empty() : Optional.of(json.readValue(column, PostalAddress.class));
        } catch (JsonProcessingException e) {
            // the parser's words may hold parts of it
            throw new IllegalStateException("a postal address in the books cannot be read");
        }
    }

    private String text(PostalAddress address) {
        try {
            return json.writeValueAsString(address);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a postal address cannot be written");
        }
    }
}
