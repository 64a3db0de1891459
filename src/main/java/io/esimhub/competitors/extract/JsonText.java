package io.esimhub.competitors.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** JSON of strangers: no deeper and no larger than anything real. */
final class JsonText {

    private static final int DEPTH = 64;
    private static final int TOKENS = 500_000;
    private static final int STRING = 1_000_000;
    private static final int NUMBER = 40;
    private static final int MOST_DECIMALS = 12;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(STRING)
                            .maxNumberLength(NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    /** @throws IOException not JSON, or beyond the limits */
    static JsonNode tree(String text) throws IOException {
        measure(text);
        JsonNode tree = MAPPER.readTree(text);
        if (tree.isMissingNode()) {
            throw new IOException("empty");
        }
        return tree;
    }

    /** A tree takes much more memory than its text: count before. */
    private static void measure(String text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            int tokens = 0;
            while (parser.nextToken() != null) {
                if (++tokens > TOKENS) {
                    throw new IOException("more than " + TOKENS + " values");
                }
            }
        }
    }

    /** Of a text or a number; anything else is none. */
    static Optional<String> value(JsonNode node) {
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    /** With a point, and never with three digits after it, which a printed number would leave open to doubt. */
    private static Optional<String> number(BigDecimal number) {
        if (number.scale() > MOST_DECIMALS || number.precision() - number.scale() > MOST_DECIMALS) {
            return Optional.empty();
        }
        return Optional.of((number.scale() == 3 ? number.setScale(4) : number).toPlainString());
    }
}
