package io.esimhub.suppliers.stock;

import io.esimhub.operations.web.FieldError;
import io.esimhub.operations.web.Problem;
import io.esimhub.operations.work.WorkQueue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code POST /api/v1/ops/stock/import}: takes a file of items in, all of it or nothing. */
@Component("stockImport")
class StockImport {

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final List<String> KINDS = List.of("esim", "sim");
    private static final int LONGEST_SKU = 100;

    private final StockIntake intake;
    private final Shelf shelf;
    private final StockAlarm alarm;
    private final WorkQueue work;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StockImport(
            StockIntake intake,
            Shelf shelf,
            StockAlarm alarm,
            WorkQueue work,
            TransactionTemplate transactions,
            Clock clock) {
        this.intake = intake;
        this.shelf = shelf;
        this.alarm = alarm;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param kind {@code esim} or {@code sim}
     * @param sku what variants of the supplier "stock" will name the items by
     * @throws Problem 415 not CSV, 400 an unreadable body or a wrong parameter, 422 every bad line with its reason, 409 another import
     *     brought the same items at this moment
     */
    public Map<String, Object> take(String contentType, String kind, String sku, byte[] body, String operator) {
        mustBeCsv(contentType);
        String name = sku == null ? "" : sku.strip();
        mustName(kind, name);
        Instant now = clock.instant();
        StockFile file = new StockFile("sim".equals(kind), Shelf.day(now));
        List<StockLine> lines = file.read(text(body));
        refuse(file.errors());
        try {
            transactions.executeWithoutResult(status -> {
                refuse(intake.conflicts(kind, name, lines));
                intake.put(kind, name, lines, operator, now);
                // what waits for just these items is looked for elsewhere: stock knows no orders
                work.enqueue(
                        "parked-orders",
                        "stock:" + name + ":" + now,
                        StockCapabilities.CODE + " " + name,
                        Duration.ZERO);
            });
        } catch (DuplicateKeyException meanwhile) {
            throw Problem.conflict(
                    "imported-meanwhile",
                    "Another import brought some of these items at this moment. Send the file again.");
        }
        alarm.look();
        return Map.of("sku", name, "kind", kind, "imported", lines.size(), "free", shelf.free(name, now));
    }

    private static void mustBeCsv(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            boolean utf8 = type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
            if (CSV.equalsTypeAndSubtype(type) && utf8) {
                return;
            }
        } catch (InvalidMediaTypeException unreadable) {
            // answered below
        }
        throw Problem.unsupportedMediaType("text/csv in UTF-8");
    }

    private static void mustName(String kind, String sku) {
        List<FieldError> errors = new ArrayList<>();
        if (!KINDS.contains(kind)) {
            errors.add(new FieldError("kind", "is none of " + KINDS, "send ?kind=esim or ?kind=sim"));
        }
        if (sku.isEmpty() || sku.length() > LONGEST_SKU || sku.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(
                    "sku",
                    "is missing, or longer than " + LONGEST_SKU + " characters",
                    "send ?sku= with the supplierSku of the catalog's variant"));
        }
        if (!errors.isEmpty()) {
            throw Problem.badParameters(errors);
        }
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body == null ? new byte[0] : body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Problem.badRequest("not-utf-8", "The body is not UTF-8. Export the file as CSV in UTF-8.");
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(
                    "bad-stock",
                    String.format(Locale.ROOT, "%d things are wrong; nothing was imported.", errors.size()),
                    errors);
        }
    }
}
