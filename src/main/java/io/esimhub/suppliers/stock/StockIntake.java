package io.esimhub.suppliers.stock;

import io.esimhub.model.SimSecrets;
import io.esimhub.operations.secrets.SealedSecret;
import io.esimhub.operations.secrets.SecretVault;
import io.esimhub.operations.web.FieldError;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts items on the shelf, if the books have none of them. */
@Component
class StockIntake {

    private static final String ICCIDS_THERE = "select iccid, sku from stock.items where iccid = any(?::text[])";

    private static final String CODES_THERE =
            "select encode(code_index, 'hex') from stock.items where code_index = any(?::bytea[])";

    private static final String LIKE_BEFORE =
            "select kind, cost_currency from stock.items where sku = ? order by id desc limit 1";

    private static final String INSERT =
            """
            insert into stock.items (kind, sku, iccid, apn, code_cipher, code_key, code_index, secrets_cipher, secrets_key,
                cost_amount, cost_currency, expires_on, location, state, imported_at, imported_by, changed_at, changed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'FREE', ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final SecretVault vault;

    StockIntake(JdbcTemplate jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What speaks against these lines in the books. */
    List<FieldError> conflicts(String kind, String sku, List<StockLine> lines) {
        return Stream.of(unlike(kind, sku, lines), knownIccids(lines), knownCodes(lines))
                .flatMap(List::stream)
                .toList();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another import brought one of them a moment ago */
    void put(String kind, String sku, List<StockLine> lines, String operator, Instant now) {
        Timestamp at = Timestamp.from(now);
        jdbc.batchUpdate(INSERT, lines, 500, (row, line) -> {
            Optional<SealedSecret> code = line.code().map(each -> vault.seal(each.lpa()));
            Optional<SealedSecret> secrets = Optional.of(line.secrets())
                    .filter(each -> !each.isEmpty())
                    .map(SimSecrets::text)
                    .map(vault::seal);
            row.setString(1, kind);
            row.setString(2, sku);
            row.setString(3, line.iccid());
            row.setString(4, line.apn().orElse(null));
            row.setBytes(5, code.map(SealedSecret::cipher).orElse(null));
            row.setString(6, code.map(SealedSecret::key).orElse(null));
            row.setBytes(7, line.codeIdentity().map(this::index).orElse(null));
            row.setBytes(8, secrets.map(SealedSecret::cipher).orElse(null));
            row.setString(9, secrets.map(SealedSecret::key).orElse(null));
            row.setBigDecimal(10, line.cost().amount());
            row.setString(11, line.cost().currency());
            row.setDate(12, line.expiresOn().map(Date::valueOf).orElse(null));
            row.setString(13, line.location().orElse(null));
            row.setTimestamp(14, at);
            row.setString(15, operator);
            row.setTimestamp(16, at);
            row.setString(17, operator);
        });
    }

    /** A SKU is a kind of thing that has one price list: a variant of the catalog names it as if all of it were the same. */
    private List<FieldError> unlike(String kind, String sku, List<StockLine> lines) {
        String currency = lines.get(0).cost().currency();
        return jdbc
                .query(
                        LIKE_BEFORE,
                        (row, n) -> Stream.of(
                                        kind.equals(row.getString(1))
                                                ? null
                                                : new FieldError(
                                                        "kind",
                                                        "is not what this SKU has been so far: " + row.getString(1),
                                                        "use another SKU"),
                                        currency.equals(row.getString(2))
                                                ? null
                                                : new FieldError(
                                                        "currency",
                                                        "is not what this SKU was bought in so far: "
                                                                + row.getString(2),
                                                        "use another SKU"))
                                .filter(java.util.Objects::nonNull)
                                .toList(),
                        sku)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<FieldError> knownIccids(List<StockLine> lines) {
        Map<String, String> known = new HashMap<>();
        jdbc.query(
                ICCIDS_THERE,
                row -> {
                    known.put(row.getString(1), row.getString(2));
                },
                (Object) lines.stream().map(StockLine::iccid).toArray(String[]::new));
        return lines.stream()
                .filter(line -> known.containsKey(line.iccid()))
                .map(line -> new FieldError(
                        "line " + line.line() + ", iccid",
                        "is in stock already, as " + known.get(line.iccid()),
                        "leave the line out"))
                .toList();
    }

    private List<FieldError> knownCodes(List<StockLine> lines) {
        Map<String, StockLine> byIndex = new HashMap<>();
        lines.forEach(line -> line.codeIdentity().ifPresent(code -> byIndex.put(hex(index(code)), line)));
        if (byIndex.isEmpty()) {
            return List.of();
        }
        byte[][] indexes = byIndex.keySet().stream()
                .map(java.util.HexFormat.of()::parseHex)
                .toArray(byte[][]::new);
        return jdbc.queryForList(CODES_THERE, String.class, (Object) indexes).stream()
                .map(byIndex::get)
                .map(line -> new FieldError(
                        "line " + line.line() + ", matching_id",
                        "is in stock already, under another ICCID or this one",
                        "leave the line out"))
                .toList();
    }

    private byte[] index(String code) {
        return vault.seal(code).index();
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
