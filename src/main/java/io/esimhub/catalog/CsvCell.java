package io.esimhub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What a cell says, as the JSON document says it, and back. Whether it makes sense is judged there. */
final class CsvCell {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
    private static final Pattern MONEY = Pattern.compile("(\\S+)\\s+(\\S+)");
    private static final Pattern TIER =
            Pattern.compile("(.*\\S)\\s*>=\\s*([0-9]{1,9})\\s*:\\s*(\\S+)\\s+(\\S+)", Pattern.DOTALL);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s|]+");

    /** Within a cell of tier prices; a tier whose name holds the semicolon stands in quotation marks. */
    private static final CSVFormat TIERS = CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setIgnoreSurroundingSpaces(true)
            .get();

    private CsvCell() {}

    /** @return empty if the cell is not written as its column's are */
    static Optional<JsonNode> read(CsvColumn column, String cell) {
        return switch (column.shape()) {
            case TEXT -> Optional.of(JSON.textNode(cell));
            case NUMBER -> number(cell);
            case MONEY -> money(cell);
            case WORDS -> Optional.of(words(cell));
            case TIERS -> tiers(cell);
        };
    }

    /** The opposite of {@link #read}. */
    static String write(CsvColumn column, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (column.shape()) {
            case TEXT, NUMBER -> value.asText();
            case MONEY -> price(value);
            case WORDS ->
                String.join(" ", each(value).stream().map(JsonNode::asText).toList());
            case TIERS ->
                value.isEmpty()
                        ? ""
                        : TIERS.format(each(value).stream().map(CsvCell::tier).toArray());
        };
    }

    private static Optional<JsonNode> number(String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                cell.indexOf('.') < 0 ? JSON.numberNode(Long.parseLong(cell)) : JSON.numberNode(new BigDecimal(cell)));
    }

    private static Optional<JsonNode> money(String cell) {
        Matcher money = MONEY.matcher(cell);
        return money.matches() ? Optional.of(money(money.group(1), money.group(2))) : Optional.empty();
    }

    private static ObjectNode money(String amount, String currency) {
        return JSON.objectNode().put("amount", amount).put("currency", currency);
    }

    private static ArrayNode words(String cell) {
        ArrayNode words = JSON.arrayNode();
        BETWEEN_WORDS.splitAsStream(cell).filter(word -> !word.isEmpty()).forEach(words::add);
        return words;
    }

    private static Optional<JsonNode> tiers(String cell) {
        ArrayNode prices = JSON.arrayNode();
        for (String text : tierTexts(cell)) {
            Matcher tier = TIER.matcher(text);
            if (!tier.matches()) {
                return Optional.empty();
            }
            prices.addObject()
                    .put("tier", tier.group(1))
                    .put("minQuantity", Long.parseLong(tier.group(2)))
                    .set("unitPrice", money(tier.group(3), tier.group(4)));
        }
        return Optional.of(prices);
    }

    private static List<String> tierTexts(String cell) {
        List<String> texts = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(cell, TIERS)) {
            for (CSVRecord record : parser) {
                record.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .forEach(texts::add);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException quotationMarks) {
            return List.of(""); // no tier is written like that
        }
        return texts;
    }

    private static String tier(JsonNode price) {
        return price.path("tier").asText() + ">=" + price.path("minQuantity").asText() + ":"
                + price(price.path("unitPrice"));
    }

    private static String price(JsonNode money) {
        return money.path("amount").asText() + " " + money.path("currency").asText();
    }

    private static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
