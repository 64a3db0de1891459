package io.esimhub.suppliers.stock;

import io.esimhub.model.ActivationCode;
import io.esimhub.model.Money;
import io.esimhub.operations.web.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row while it is being read. Whatever is wrong is added to the errors with its line and column, never with its text. */
final class StockCells {

    private static final Pattern ICCID = Pattern.compile("[0-9]{18,20}");
    private static final Pattern ROUNDED = Pattern.compile("[0-9][.,]?[0-9]*[eE]\\+?[0-9]+");
    private static final int LONGEST = 100;

    private final CsvTable.Row row;
    private final List<FieldError> errors;

    StockCells(CsvTable.Row row, List<FieldError> errors) {
        this.row = row;
        this.errors = errors;
    }

    int line() {
        return row.line();
    }

    String iccid() {
        String text = row.cells().getOrDefault("iccid", "");
        if (ROUNDED.matcher(text).matches()) {
            wrong("iccid", "was rounded by a spreadsheet", "format the column as text, and export it again");
        } else if (!ICCID.matcher(text).matches()) {
            wrong("iccid", "is not of 18 to 20 digits", "send all digits of the ICCID, without spaces");
        }
        return text;
    }

    Optional<ActivationCode> code(boolean confirmed) {
        String server = needed("smdp_address", "send the SM-DP+ address, a host name such as rsp.example.com");
        String matchingId = needed("matching_id", "send the matching id, also called activation code");
        if (server.isEmpty() || matchingId.isEmpty()) {
            return Optional.empty();
        }
        if (server.toUpperCase(java.util.Locale.ROOT).startsWith("LPA:") || server.contains("$")) {
            wrong("smdp_address", "is a whole activation code", "send what stands between the first two $ signs");
            return Optional.empty();
        }
        try {
            return Optional.of(new ActivationCode(server, matchingId, confirmed, Optional.empty()));
        } catch (IllegalArgumentException notOne) {
            // its message says what is wrong without repeating the code
            wrong(column(notOne), notOne.getMessage(), "correct it");
            return Optional.empty();
        }
    }

    /** A text for its owner: PIN, PUK, confirmation code. */
    Optional<String> secret(String name, String form, String inWords) {
        Optional<String> text = optional(name);
        if (text.isPresent() && !text.get().matches(form)) {
            wrong(name, "is not " + inWords, "send " + inWords + ", or leave it empty");
        }
        return text;
    }

    Optional<String> text(String name) {
        Optional<String> text = optional(name);
        if (text.filter(each -> each.length() > LONGEST || each.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            wrong(name, "is longer than " + LONGEST + " characters, or has several lines", "send one short line");
        }
        return text;
    }

    /** @param today what ends today, or ended before, is not taken in */
    Optional<LocalDate> expiresOn(LocalDate today) {
        Optional<String> text = optional("expires_on");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.get());
            if (!day.isAfter(today)) {
                wrong("expires_on", "is over", "leave out what can no longer be sold");
            }
            return Optional.of(day);
        } catch (DateTimeException notADay) {
            return wrong("expires_on", "is no date", "send one such as 2027-12-31");
        }
    }

    Money cost() {
        Optional<BigDecimal> amount = amount();
        Optional<String> currency = currency();
        return new Money(amount.orElse(BigDecimal.ZERO), currency.orElse("USD"));
    }

    private Optional<BigDecimal> amount() {
        String text = needed("cost", "send what one has cost us, such as 1.80");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) {
            return wrong("cost", "is no amount", "send a decimal such as 1.80, with at most four places");
        }
        return Optional.of(new BigDecimal(text));
    }

    private Optional<String> currency() {
        String text = needed("currency", "send a code such as USD");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Currency.getInstance(text).getCurrencyCode());
        } catch (IllegalArgumentException unknown) {
            return wrong("currency", "is no ISO 4217 code", "send a code such as USD");
        }
    }

    private String needed(String name, String remedy) {
        return optional(name).orElseGet(() -> {
            wrong(name, "is empty", remedy);
            return "";
        });
    }

    private Optional<String> optional(String name) {
        return Optional.of(row.cells().getOrDefault(name, "")).filter(text -> !text.isEmpty());
    }

    private static String column(IllegalArgumentException notOne) {
        return notOne.getMessage().contains("matching id") ? "matching_id" : "smdp_address";
    }

    <T> Optional<T> wrong(String column, String reason, String remedy) {
        errors.add(new FieldError("line " + row.line() + ", " + column, reason, remedy));
        return Optional.empty();
    }
}
