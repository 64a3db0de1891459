package io.esimhub.suppliers;

import java.util.Optional;

/**
 * Names one eSIM to its supplier; each takes what it knows.
 *
 * @param supplierOrder the supplier's number of the order it came with
 * @param supplierSku the bundle on it
 * @param supplierEsimId the supplier's identity of it
 * @param handedOver its code may have left our house: a mail with it was sent, or begun
 */
public record EsimReference(
        String supplierOrder, String supplierSku, String supplierEsimId, Optional<String> iccid, boolean handedOver) {

    /** When nobody knows better, the code has left. */
    public EsimReference(String supplierOrder, String supplierSku, String supplierEsimId, Optional<String> iccid) {
        this(supplierOrder, supplierSku, supplierEsimId, iccid, true);
    }
}
