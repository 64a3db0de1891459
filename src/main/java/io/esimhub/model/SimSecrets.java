package io.esimhub.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What else of a SIM is for its owner alone, so that {@link #toString} never shows it.
 *
 * @param confirmationCode typed while an eSIM is installed (SGP.22, 3.1.3); never part of the activation code
 * @param pin of a card, four to eight digits
 * @param puk of a card, eight digits
 */
public record SimSecrets(Optional<String> confirmationCode, Optional<String> pin, Optional<String> puk) {

    private static final SimSecrets NONE = new SimSecrets(Optional.empty(), Optional.empty(), Optional.empty());

    public static SimSecrets none() {
        return NONE;
    }

    public static SimSecrets confirmation(String code) {
        return new SimSecrets(Optional.of(code), Optional.empty(), Optional.empty());
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** One {@code name=value} a line, as it is sealed. */
    public String text() {
        Map<String, String> lines = new LinkedHashMap<>();
        confirmationCode.ifPresent(value -> lines.put("confirmation-code", value));
        pin.ifPresent(value -> lines.put("pin", value));
        puk.ifPresent(value -> lines.put("puk", value));
        StringBuilder text = new StringBuilder();
        lines.forEach((name, value) ->
                text.append(name).append('=').append(value.strip()).append('\n'));
        return text.toString();
    }

    /** The opposite of {@link #text}. */
    public static SimSecrets parse(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(line -> line.length == 2)
                .forEach(line -> lines.put(line[0], line[1]));
        return new SimSecrets(
                Optional.ofNullable(lines.get("confirmation-code")),
                Optional.ofNullable(lines.get("pin")),
                Optional.ofNullable(lines.get("puk")));
    }

    @Override
    public String toString() {
        return "SimSecrets[masked]";
    }
}
