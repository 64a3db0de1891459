package io.esimhub.operations.secrets;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pair of columns that holds secrets sealed by {@link SecretVault}: a bean of this record makes the rotation of keys reach them.
 * Statements are built from these names, so they are constants of the code, never input.
 *
 * @param table with its schema
 * @param idColumn a unique {@code bigint}
 * @param cipherColumn {@code bytea}, null where the row has no such secret
 * @param keyColumn {@code text}, the id of the key, null with the cipher
 */
public record SealedColumns(String table, String idColumn, String cipherColumn, String keyColumn) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern TABLE = Pattern.compile(NAME + "\\." + NAME);

    public SealedColumns {
        if (!TABLE.matcher(table).matches()
                || !Stream.of(idColumn, cipherColumn, keyColumn)
                        .allMatch(name -> NAME.matcher(name).matches())) {
            throw new IllegalArgumentException("not names of a table and its columns");
        }
    }

    /** How operators read it: {@code fulfillment.esims.code_cipher}. */
    String name() {
        return table + "." + cipherColumn;
    }

    /** A statement about these columns. */
    String sql(String statement) {
        return statement
                .replace("{table}", table)
                .replace("{id}", idColumn)
                .replace("{cipher}", cipherColumn)
                .replace("{key}", keyColumn);
    }
}
