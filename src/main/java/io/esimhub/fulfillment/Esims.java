package io.esimhub.fulfillment;

import io.esimhub.suppliers.SupplierEsim;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The eSIMs we bought, each for one unit. */
@Component
class Esims {

    private static final String INSERT =
            """
            insert into fulfillment.esims (purchase_id, unit_id, supplier, supplier_esim_id, iccid, apn, code_cipher, code_key,
                code_index, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String STORED = "select supplier_esim_id from fulfillment.esims where purchase_id = ?";

    private final JdbcTemplate jdbc;
    private final ActivationCodeVault vault;

    Esims(JdbcTemplate jdbc, ActivationCodeVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if one of them was handed over before */
    void store(Purchase purchase, List<Unit> units, List<SupplierEsim> esims, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < esims.size(); i++) {
            SupplierEsim esim = esims.get(i);
            SealedCode code = vault.seal(esim.activationCode());
            rows.add(new Object[] {
                purchase.id(),
                units.get(i).id(),
                purchase.supplier(),
                esim.supplierEsimId(),
                esim.iccid().orElse(null),
                esim.apn().orElse(null),
                code.cipher(),
                code.key(),
                code.index(),
                Timestamp.from(now)
            });
        }
        jdbc.batchUpdate(INSERT, rows);
    }

    /** The supplier's ids of what this purchase brought so far. */
    List<String> stored(Purchase purchase) {
        return jdbc.queryForList(STORED, String.class, purchase.id());
    }
}
