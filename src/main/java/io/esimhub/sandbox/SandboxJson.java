package io.esimhub.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** JSON as the vendors write it, whatever the hub's own mapper is set to. */
@Component
public class SandboxJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one array, one element after the other: a ledger may be longer than fits in memory twice. */
    public void writeAll(OutputStream out, Iterator<?> values) throws IOException {
        try (var sequence = mapper.writer().writeValuesAsArray(out)) {
            while (values.hasNext()) {
                sequence.write(values.next());
            }
        }
    }

    /** Empty if it is not JSON, or no object. */
    public Optional<JsonNode> object(byte[] bytes) {
        try {
            return Optional.of(mapper.readTree(bytes)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public <T> T read(byte[] bytes, Class<T> type) throws IOException {
        return mapper.readValue(bytes, type);
    }
}
