package io.esimhub.operations.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A file {@code openapi/<domain>.yaml}.
 *
 * @param operations the bodies by operation id
 * @param schemas as they stand in a document under {@code components/schemas}
 */
record ShapeFile(Map<String, OperationShapes> operations, Map<String, JsonNode> schemas) {

    ShapeFile {
        operations = operations == null ? Map.of() : operations;
        schemas = schemas == null ? Map.of() : schemas;
    }
}
