package io.esimhub.fulfillment;

import io.esimhub.model.ActivationCode;
import io.esimhub.model.SimSecrets;
import io.esimhub.operations.secrets.SealedSecret;
import io.esimhub.operations.secrets.SecretVault;
import io.esimhub.suppliers.SupplierEsim;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An eSIM, or a card, as its row holds it.
 *
 * @param kind {@code esim} or {@code sim}
 * @param iccid null where the supplier gave none, like {@code apn}
 * @param deliverable a card is not, until it is posted
 */
record SealedEsim(
        String kind,
        String supplierEsimId,
        String iccid,
        String apn,
        Optional<SealedSecret> code,
        Optional<SealedSecret> secrets,
        boolean deliverable) {

    /** The columns of {@code fulfillment.esims} that {@link #columns} fills. */
    static final String COLUMNS =
            "kind, supplier_esim_id, iccid, apn, code_cipher, code_key, code_index, secrets_cipher, secrets_key, deliverable";

    /** The types of the arrays, for {@code unnest}. */
    static final String ARRAYS =
            "?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::boolean[]";

    static List<SealedEsim> of(List<SupplierEsim> esims, SecretVault vault) {
        return esims.stream().map(esim -> of(esim, vault)).toList();
    }

    private static SealedEsim of(SupplierEsim esim, SecretVault vault) {
        return new SealedEsim(
                esim.isCard() ? "sim" : "esim",
                esim.supplierEsimId(),
                esim.iccid().orElse(null),
                esim.apn().orElse(null),
                esim.activationCode().map(ActivationCode::lpa).map(vault::seal),
                Optional.of(esim.secrets())
                        .filter(secrets -> !secrets.isEmpty())
                        .map(SimSecrets::text)
                        .map(vault::seal),
                !esim.isCard());
    }

    /** One column of all of them, as {@code unnest} takes it: the row's values follow {@link #COLUMNS}. */
    static Object[] columns(List<SealedEsim> esims) {
        return new Object[] {
            texts(esims, SealedEsim::kind),
            texts(esims, SealedEsim::supplierEsimId),
            texts(esims, SealedEsim::iccid),
            texts(esims, SealedEsim::apn),
            bytes(esims, esim -> esim.code().map(SealedSecret::cipher)),
            texts(esims, esim -> esim.code().map(SealedSecret::key).orElse(null)),
            bytes(esims, esim -> esim.code().map(SealedSecret::index)),
            bytes(esims, esim -> esim.secrets().map(SealedSecret::cipher)),
            texts(esims, esim -> esim.secrets().map(SealedSecret::key).orElse(null)),
            esims.stream().map(SealedEsim::deliverable).toArray(Boolean[]::new)
        };
    }

    private static String[] texts(List<SealedEsim> esims, Function<SealedEsim, String> column) {
        return esims.stream().map(column).toArray(String[]::new);
    }

    private static byte[][] bytes(List<SealedEsim> esims, Function<SealedEsim, Optional<byte[]>> column) {
        return esims.stream().map(esim -> column.apply(esim).orElse(null)).toArray(byte[][]::new);
    }
}
