package io.esimhub.operations.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

/**
 * What a JSON body looks like.
 *
 * @param schema its name among the document's schemas
 * @param example a whole body; null where the {@code rest:} block has one
 */
record BodyShape(String schema, JsonNode example) {

    /** Other content types of the same body are left as they are. */
    void describe(Content content) {
        MediaType json = content == null ? null : content.get("application/json");
        if (json == null) {
            return;
        }
        json.setSchema(new Schema<>().$ref("#/components/schemas/" + schema));
        if (json.getExample() == null && example != null) {
            json.setExample(example);
        }
    }
}
