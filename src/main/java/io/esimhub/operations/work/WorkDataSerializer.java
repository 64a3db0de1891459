package io.esimhub.operations.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON, so that an operator can read a row and another version of the hub can run it. */
class WorkDataSerializer implements Serializer {

    private final ObjectMapper json;

    WorkDataSerializer(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public byte[] serialize(Object data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
        try {
            return json.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
