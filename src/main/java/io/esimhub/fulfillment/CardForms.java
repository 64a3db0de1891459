package io.esimhub.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.JsonBody;
import io.esimhub.operations.web.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what people say of cards, and names everything that is wrong with it. */
@Component
class CardForms {

    private static final int MOST_CARDS = 200;
    private static final int LONGEST = 200;
    private static final int LONGEST_URL = 500;

    private static final String NO_OBJECT = "The body is no JSON object.";

    private final JsonBody json;

    CardForms(JsonBody json) {
        this.json = json;
    }

    /** {@code {"iccids": […]}} */
    List<String> iccids(byte[] body) {
        Form form = form(body, Set.of("iccids"));
        JsonNode list = form.node().path("iccids");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_CARDS) {
            form.wrong("iccids", "is no list of 1 to " + MOST_CARDS + " ICCIDs", "send {\"iccids\": [\"8944…\"]}");
        }
        List<String> iccids = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            iccids.add(form.iccid(list.get(i), "iccids[" + i + "]"));
        }
        form.done();
        return iccids.stream().distinct().toList();
    }

    /** {@code {"iccid": …}} */
    String iccid(byte[] body) {
        Form form = form(body, Set.of("iccid"));
        String iccid = form.iccid(form.node().path("iccid"), "iccid");
        form.done();
        return iccid;
    }

    /** {@code {"iccid": …, "carrier": …, "trackingNumber": …, "trackingUrl": …}} */
    Shipment shipment(byte[] body) {
        Form form = form(body, Set.of("iccid", "carrier", "trackingNumber", "trackingUrl"));
        Shipment shipment = new Shipment(
                form.iccid(form.node().path("iccid"), "iccid"),
                form.text("carrier"),
                form.text("trackingNumber"),
                form.https("trackingUrl"));
        form.done();
        return shipment;
    }

    /** {@code {"iccid": …, "condition": "resaleable" | "broken", "reason": …}} */
    CardReturn cardReturn(byte[] body) {
        Form form = form(body, Set.of("iccid", "condition", "reason"));
        String condition = form.node().path("condition").asText();
        if (!List.of("resaleable", "broken").contains(condition)) {
            form.wrong("condition", "is none of resaleable and broken", "send one of them");
        }
        CardReturn back =
                new CardReturn(form.iccid(form.node().path("iccid"), "iccid"), condition, form.text("reason"));
        form.done();
        return back;
    }

    private Form form(byte[] body, Set<String> names) {
        JsonNode node = json.read(body, NO_OBJECT);
        if (node.isObject()) {
            return new Form(node, names, new ArrayList<>());
        }
        throw Problem.badRequest("not-json", NO_OBJECT);
    }

    private record Form(JsonNode node, Set<String> names, List<FieldError> errors) {

        String iccid(JsonNode value, String name) {
            if (!value.isTextual() || !value.textValue().matches("[0-9]{18,20}")) {
                wrong(name, "is no text of 18 to 20 digits", "send the card's ICCID");
                return "";
            }
            return value.textValue();
        }

        String text(String name) {
            String text =
                    node.path(name).isTextual() ? node.path(name).textValue().strip() : "";
            if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
                wrong(name, "is missing, or no short line of text", "send up to " + LONGEST + " characters");
            }
            return text;
        }

        Optional<String> https(String name) {
            JsonNode value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return Optional.empty();
            }
            if (!value.isTextual() || value.textValue().length() > LONGEST_URL || !isHttps(value.textValue())) {
                wrong(name, "is no https address", "send one of up to " + LONGEST_URL + " characters, or leave it out");
            }
            return Optional.of(value.asText());
        }

        private static boolean isHttps(String text) {
            try {
                URI uri = URI.create(text);
                return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            } catch (IllegalArgumentException notAnAddress) {
                return false;
            }
        }

        void wrong(String field, String reason, String remedy) {
            errors.add(new FieldError(field, reason, remedy));
        }

        void done() {
            node.fieldNames().forEachRemaining(name -> {
                if (!names.contains(name)) {
                    wrong(name, "is unknown here", "leave it out, or mind the spelling");
                }
            });
            if (!errors.isEmpty()) {
                throw Problem.unprocessable("bad-card", "Nothing was changed.", errors);
            }
        }
    }
}
