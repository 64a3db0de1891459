package io.esimhub.fulfillment;

/**
 * A SIM card as its order has it.
 *
 * @param esim its row in {@code fulfillment.esims}
 * @param supplierEsimId what stock knows it by
 */
record Card(long esim, long unit, OrderRef order, String sku, String supplierEsimId, String iccid) {

    /** Enough for people to tell cards apart, too little for anything else. */
    static String lastDigits(String iccid) {
        return iccid.substring(Math.max(0, iccid.length() - 4));
    }
}
