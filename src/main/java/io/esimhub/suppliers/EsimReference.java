package io.esimhub.suppliers;

import java.util.Optional;

/**
 * Names one eSIM to its supplier; each takes what it knows.
 *
 * @param supplierOrder the supplier's number of the order it came with
 * @param supplierSku the bundle on it
 * @param supplierEsimId the supplier's identity of it
 */
public record EsimReference(String supplierOrder, String supplierSku, String supplierEsimId, Optional<String> iccid) {}
