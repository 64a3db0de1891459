package io.esimhub.channels.ebay;

import org.apache.camel.Message;

/** One notification: the header we know by name, and the raw body. */
record EbayDelivery(String signature, byte[] body) {

    static EbayDelivery of(Message message) {
        byte[] body = message.getBody(byte[].class);
        return new EbayDelivery(message.getHeader("X-EBAY-SIGNATURE", String.class), body == null ? new byte[0] : body);
    }

    @Override
    public String toString() {
        return "EbayDelivery[" + body.length + " bytes]";
    }
}
