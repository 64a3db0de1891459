package io.esimhub.suppliers.stock;

import io.esimhub.model.ActivationCode;
import io.esimhub.model.SimSecrets;
import io.esimhub.operations.secrets.SecretVault;
import io.esimhub.suppliers.SupplierEsim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** An allocated item as its row holds it; cipher and key are null where there is nothing to hide. */
record SealedItem(
        long allocation, String iccid, String apn, byte[] code, String codeKey, byte[] secrets, String secretsKey) {

    static SealedItem of(ResultSet row) throws SQLException {
        return new SealedItem(
                row.getLong("id"),
                row.getString("iccid"),
                row.getString("apn"),
                row.getBytes("code_cipher"),
                row.getString("code_key"),
                row.getBytes("secrets_cipher"),
                row.getString("secrets_key"));
    }

    SupplierEsim open(SecretVault vault) {
        try {
            return new SupplierEsim(
                    Long.toString(allocation),
                    Optional.of(iccid),
                    Optional.ofNullable(code).map(cipher -> ActivationCode.parse(vault.open(cipher, codeKey))),
                    Optional.ofNullable(apn),
                    secrets == null ? SimSecrets.none() : SimSecrets.parse(vault.open(secrets, secretsKey)));
        } catch (IllegalStateException keyIsGone) {
            throw new SecretsClosed(keyIsGone);
        }
    }

    @Override
    public String toString() {
        return "SealedItem[" + allocation + "]";
    }
}
