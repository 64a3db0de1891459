package io.esimhub.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.esimhub.model.Money;
import io.esimhub.operations.web.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One JSON object while it is being read. Whatever is wrong is added to the list with its path; the values handed out then are
 * stand-ins that nobody will see, because a list with errors is never imported.
 */
class Fields {

    private final JsonNode node;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> asked = new HashSet<>();

    Fields(JsonNode node, String path, List<FieldError> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
        if (!node.isObject()) {
            errors.add(new FieldError(path, "is not an object", "send an object"));
        }
    }

    String text(String name) {
        JsonNode value = ask(name);
        if (value == null) {
            return wrong(name, "is missing", "send a text", "");
        }
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().indexOf('\0') >= 0) {
            return wrong(name, "is not a text", "send a text that is not empty", "");
        }
        return value.textValue().strip();
    }

    String oneOf(String name, List<String> allowed, String absent) {
        JsonNode value = ask(name);
        if (value == null && absent != null) {
            return absent;
        }
        if (value == null || !allowed.contains(value.asText())) {
            return wrong(name, "is none of " + allowed, "send one of " + allowed, "");
        }
        return value.asText();
    }

    Optional<Integer> number(String name, int least) {
        JsonNode value = ask(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
            return wrong(name, "is no whole number of at least " + least, "send one", Optional.empty());
        }
        return Optional.of(value.intValue());
    }

    /**
     * @param reader throws for what it cannot read
     * @param reason what is wrong then
     */
    <T> Optional<T> value(String name, Function<String, T> reader, String reason, String remedy) {
        JsonNode value = ask(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value.isValueNode() ? value.asText() : ""));
        } catch (RuntimeException unreadable) {
            return wrong(name, reason, remedy, Optional.empty());
        }
    }

    int numberOr(String name, int least, int absent) {
        return number(name, least).orElse(absent);
    }

    Optional<Money> money(String name) {
        JsonNode value = ask(name);
        if (value == null) {
            return Optional.empty();
        }
        Fields money = new Fields(value, path + "." + name, errors);
        Optional<BigDecimal> amount = money.amount();
        Optional<String> currency = money.currency();
        money.nothingElse();
        return amount.isPresent() && currency.isPresent()
                ? Optional.of(new Money(amount.get(), currency.get()))
                : Optional.empty();
    }

    Money neededMoney(String name) {
        if (ask(name) == null) {
            return wrong(name, "is missing", "send {\"amount\": \"1.80\", \"currency\": \"USD\"}", nothing());
        }
        return money(name).orElseGet(Fields::nothing);
    }

    List<String> texts(String name) {
        return list(name, (item, at) -> {
            if (item.isTextual() && !item.textValue().isBlank()) {
                return item.textValue();
            }
            errors.add(new FieldError(at, "is not a text", "send a text"));
            return "";
        });
    }

    <T> List<T> objects(String name, Function<Fields, T> reader) {
        return list(name, (item, at) -> {
            Fields fields = new Fields(item, at, errors);
            T read = reader.apply(fields);
            fields.nothingElse();
            return read;
        });
    }

    /** A misspelt name would otherwise be a value that silently keeps its default. */
    void nothingElse() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                errors.add(new FieldError(path + "." + name, "is unknown here", "leave it out, or mind the spelling"));
            }
        });
    }

    <T> T wrong(String name, String reason, String remedy, T standIn) {
        errors.add(new FieldError(path.isEmpty() ? name : path + "." + name, reason, remedy));
        return standIn;
    }

    String path() {
        return path;
    }

    private Optional<BigDecimal> amount() {
        JsonNode value = ask("amount");
        try {
            BigDecimal amount =
                    value == null || !value.isTextual() && !value.isNumber() ? null : new BigDecimal(value.asText());
            if (amount != null
                    && amount.signum() >= 0
                    && amount.stripTrailingZeros().scale() <= 4) {
                return Optional.of(amount);
            }
        } catch (NumberFormatException notANumber) {
            // said below, as for every other wrong amount
        }
        return wrong(
                "amount", "is no price", "send a decimal of zero or more with at most four places", Optional.empty());
    }

    private Optional<String> currency() {
        JsonNode value = ask("currency");
        try {
            return Optional.of(
                    Currency.getInstance(value == null ? "" : value.asText()).getCurrencyCode());
        } catch (IllegalArgumentException unknown) {
            return wrong("currency", "is no ISO 4217 code", "send a code such as USD", Optional.empty());
        }
    }

    private <T> List<T> list(String name, java.util.function.BiFunction<JsonNode, String, T> reader) {
        JsonNode value = ask(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            return wrong(name, "is not a list", "send a list", List.of());
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            items.add(reader.apply(value.get(i), (path.isEmpty() ? name : path + "." + name) + "[" + i + "]"));
        }
        return items;
    }

    private JsonNode ask(String name) {
        asked.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static Money nothing() {
        return Money.of("0", "USD");
    }
}
