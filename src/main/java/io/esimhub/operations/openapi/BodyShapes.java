package io.esimhub.operations.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What the bodies of all operations look like, from the files {@code openapi/*.yaml}. Most answers are written by SQL, so no class
 * knows their members; a test holds every answer that any test gets against these schemas.
 */
@Component
class BodyShapes {

    private static final String FILES = "classpath*:openapi/*.yaml";

    private final Map<String, OperationShapes> operations = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();

    BodyShapes() throws IOException {
        ObjectMapper yaml = Yaml.mapper();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            try (InputStream in = file.getInputStream()) {
                add(file, yaml.readValue(in, ShapeFile.class));
            }
        }
    }

    private void add(Resource from, ShapeFile file) {
        putAll(operations, file.operations(), from);
        putAll(schemas, file.schemas(), from);
    }

    private static <T> void putAll(Map<String, T> all, Map<String, T> more, Resource from) {
        more.forEach((name, value) -> {
            if (all.put(name, value) != null) {
                throw new IllegalStateException(name + " is described twice, last in " + from.getFilename());
            }
        });
    }

    /** Each time anew: who gets a document may change it. */
    void addTo(Components components) {
        schemas.forEach(
                (name, schema) -> components.addSchemas(name, Json.mapper().convertValue(schema, Schema.class)));
    }

    /** An operation that no file describes keeps what its route tells. */
    void describe(Operation operation) {
        OperationShapes shapes = operations.get(operation.getOperationId());
        if (shapes != null) {
            shapes.describe(operation);
        }
    }

    Map<String, OperationShapes> operations() {
        return operations;
    }
}
