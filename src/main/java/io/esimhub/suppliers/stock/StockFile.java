package io.esimhub.suppliers.stock;

import io.esimhub.model.ActivationCode;
import io.esimhub.model.SimSecrets;
import io.esimhub.operations.web.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a file of items and finds everything that is wrong with it, not only the first thing. */
final class StockFile {

    static final int MOST_ROWS = 10_000;
    static final List<String> ESIM_COLUMNS = List.of(
            "iccid", "smdp_address", "matching_id", "confirmation_code", "expires_on", "cost", "currency", "apn");
    static final List<String> CARD_COLUMNS =
            List.of("iccid", "pin", "puk", "location", "expires_on", "cost", "currency", "apn");
    private static final List<String> ESIM_NEEDS = List.of("iccid", "smdp_address", "matching_id", "cost", "currency");
    private static final List<String> CARD_NEEDS = List.of("iccid", "cost", "currency");

    private final boolean cards;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    StockFile(boolean cards, LocalDate today) {
        this.cards = cards;
        this.today = today;
    }

    /** Worth nothing if {@link #errors} is not empty. */
    List<StockLine> read(String text) {
        List<StockLine> lines = new CsvTable(
                        cards ? CARD_COLUMNS : ESIM_COLUMNS, cards ? CARD_NEEDS : ESIM_NEEDS, MOST_ROWS, errors)
                .read(text).stream().map(this::line).toList();
        if (lines.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("body", "holds no item", "send a header row and a line for each item"));
        }
        twice(lines, line -> Optional.of(line.iccid()).filter(iccid -> !iccid.isEmpty()), "iccid");
        twice(lines, StockLine::codeIdentity, "matching_id");
        if (lines.stream().map(line -> line.cost().currency()).distinct().count() > 1) {
            errors.add(new FieldError("currency", "differs between lines", "send one file for each currency"));
        }
        return lines;
    }

    List<FieldError> errors() {
        return errors;
    }

    private StockLine line(CsvTable.Row row) {
        StockCells cells = new StockCells(row, errors);
        String iccid = cells.iccid();
        SimSecrets secrets = cards
                ? new SimSecrets(
                        Optional.empty(),
                        cells.secret("pin", "[0-9]{4,8}", "4 to 8 digits"),
                        cells.secret("puk", "[0-9]{8}", "8 digits"))
                : new SimSecrets(
                        cells.secret("confirmation_code", "[!-~]{1,64}", "1 to 64 printable characters without spaces"),
                        Optional.empty(),
                        Optional.empty());
        Optional<ActivationCode> code =
                cards ? Optional.empty() : cells.code(secrets.confirmationCode().isPresent());
        return new StockLine(
                cells.line(),
                iccid,
                code,
                secrets,
                cells.text("apn"),
                cells.text("location"),
                cells.expiresOn(today),
                cells.cost());
    }

    private void twice(List<StockLine> lines, Function<StockLine, Optional<String>> identity, String column) {
        Map<String, Integer> firstLine = new HashMap<>();
        for (StockLine line : lines) {
            identity.apply(line).ifPresent(value -> {
                Integer before = firstLine.putIfAbsent(value, line.line());
                if (before != null) {
                    errors.add(new FieldError(
                            "line " + line.line() + ", " + column,
                            "stands in line " + before + " as well",
                            "send each item once"));
                }
            });
        }
    }
}
