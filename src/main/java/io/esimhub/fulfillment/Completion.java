package io.esimhub.fulfillment;

import io.esimhub.operations.secrets.SecretVault;
import io.esimhub.suppliers.SupplierAnswer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down in one statement that an order was bought and handed over at once: the common case of a purchase. */
@Component
class Completion {

    /** The purchase is COMPLETED and each of its units has an eSIM; or nothing happens at all. */
    private static final String COMPLETE =
            """
            with answered as (
                update fulfillment.purchases
                set state = 'COMPLETED', outcome = 'COMPLETED', answer = null, supplier_order = ?, answered_at = ?
                where id = ? and state in ('DISPATCHED', 'UNKNOWN')
                returning id, supplier, answered_at
            ), handed_over as (
                insert into fulfillment.esims (purchase_id, unit_id, supplier, created_at, %s)
                select answered.id, esim.unit_id, answered.supplier, answered.answered_at, %s
                from answered, unnest(?::bigint[], %s) esim (unit_id, %s)
                returning id, unit_id
            ), bought as (
                update fulfillment.units u set state = 'BOUGHT', reason = null
                from handed_over where u.id = handed_over.unit_id and u.state = 'BUYING'
                returning u.id
            )
            select handed_over.unit_id, handed_over.id, (select count(*) from bought) from handed_over"""
                    .formatted(SealedEsim.COLUMNS, SealedEsim.COLUMNS, SealedEsim.ARRAYS, SealedEsim.COLUMNS);

    private final JdbcTemplate jdbc;
    private final SecretVault vault;

    Completion(JdbcTemplate jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * @param units those that the purchase is for
     * @return the eSIM of each unit; empty if the purchase was decided otherwise in the meantime
     * @throws org.springframework.dao.DuplicateKeyException if one of them was handed over before
     * @throws IllegalStateException if a unit was not being bought: the order lock was not held, or the books are wrong
     */
    Optional<Map<Long, Long>> complete(
            Purchase purchase, List<Long> units, SupplierAnswer.Completed answer, Instant now) {
        List<SealedEsim> sealed = SealedEsim.of(answer.esims(), vault);
        List<Object> values = new ArrayList<>(
                List.of(answer.supplierOrder(), Timestamp.from(now), purchase.id(), units.toArray(Long[]::new)));
        values.addAll(Arrays.asList(SealedEsim.columns(sealed)));
        Map<Long, Long> esimOfUnit = new HashMap<>();
        jdbc.query(
                COMPLETE,
                row -> {
                    if (row.getInt(3) != sealed.size()) {
                        throw new IllegalStateException(
                                "a unit of purchase " + purchase.id() + " was not being bought");
                    }
                    esimOfUnit.put(row.getLong(1), row.getLong(2));
                },
                values.toArray());
        return esimOfUnit.isEmpty() ? Optional.empty() : Optional.of(esimOfUnit);
    }
}
