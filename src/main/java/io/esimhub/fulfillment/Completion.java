package io.esimhub.fulfillment;

import io.esimhub.suppliers.SupplierAnswer;
import java.sql.Timestamp;
import java.time.Instant;
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
                insert into fulfillment.esims (purchase_id, unit_id, supplier, supplier_esim_id, iccid, apn, code_cipher, code_key,
                    code_index, created_at)
                select answered.id, esim.unit_id, answered.supplier, esim.supplier_esim_id, esim.iccid, esim.apn, esim.code_cipher,
                    esim.code_key, esim.code_index, answered.answered_at
                from answered, unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::bytea[])
                    esim (unit_id, supplier_esim_id, iccid, apn, code_cipher, code_key, code_index)
                returning id, unit_id
            ), bought as (
                update fulfillment.units u set state = 'BOUGHT', reason = null
                from handed_over where u.id = handed_over.unit_id and u.state = 'BUYING'
                returning u.id
            )
            select handed_over.unit_id, handed_over.id, (select count(*) from bought) from handed_over""";

    private final JdbcTemplate jdbc;
    private final ActivationCodeVault vault;

    Completion(JdbcTemplate jdbc, ActivationCodeVault vault) {
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
        List<SealedEsim> sealed =
                answer.esims().stream().map(esim -> SealedEsim.of(esim, vault)).toList();
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
                answer.supplierOrder(),
                Timestamp.from(now),
                purchase.id(),
                units.toArray(Long[]::new),
                sealed.stream().map(SealedEsim::supplierEsimId).toArray(String[]::new),
                sealed.stream().map(SealedEsim::iccid).toArray(String[]::new),
                sealed.stream().map(SealedEsim::apn).toArray(String[]::new),
                sealed.stream().map(esim -> esim.code().cipher()).toArray(byte[][]::new),
                sealed.stream().map(esim -> esim.code().key()).toArray(String[]::new),
                sealed.stream().map(esim -> esim.code().index()).toArray(byte[][]::new));
        return esimOfUnit.isEmpty() ? Optional.empty() : Optional.of(esimOfUnit);
    }

    /** @param iccid and {@code apn} are null where the supplier gave none */
    private record SealedEsim(String supplierEsimId, String iccid, String apn, SealedCode code) {

        static SealedEsim of(io.esimhub.suppliers.SupplierEsim esim, ActivationCodeVault vault) {
            return new SealedEsim(
                    esim.supplierEsimId(),
                    esim.iccid().orElse(null),
                    esim.apn().orElse(null),
                    vault.seal(esim.activationCode()));
        }
    }
}
