package io.esimhub.fulfillment;

import io.esimhub.operations.secrets.SecretVault;
import io.esimhub.suppliers.SupplierEsim;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The eSIMs we bought, each for one unit. */
@Component
class Esims {

    private static final String INSERT =
            """
            insert into fulfillment.esims (purchase_id, unit_id, supplier, created_at, %s)
            select ?, esim.unit_id, ?, ?, %s from unnest(?::bigint[], %s) esim (unit_id, %s)"""
                    .formatted(SealedEsim.COLUMNS, SealedEsim.COLUMNS, SealedEsim.ARRAYS, SealedEsim.COLUMNS);

    private static final String STORED = "select supplier_esim_id from fulfillment.esims where purchase_id = ?";

    private final JdbcTemplate jdbc;
    private final SecretVault vault;

    Esims(JdbcTemplate jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if one of them was handed over before */
    void store(Purchase purchase, List<Unit> units, List<SupplierEsim> esims, Instant now) {
        List<Object> values = new ArrayList<>(List.of(
                purchase.id(),
                purchase.supplier(),
                Timestamp.from(now),
                units.stream().map(Unit::id).toArray(Long[]::new)));
        values.addAll(Arrays.asList(SealedEsim.columns(SealedEsim.of(esims, vault))));
        jdbc.update(INSERT, values.toArray());
    }

    /** The supplier's ids of what this purchase brought so far. */
    List<String> stored(Purchase purchase) {
        return jdbc.queryForList(STORED, String.class, purchase.id());
    }
}
