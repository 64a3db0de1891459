package io.esimhub.channels.amazon;

import org.apache.camel.Message;

/** What was posted to Amazon's address: the headers we know by name, and the raw body. */
record AmazonDelivery(String snsType, String token, byte[] body) {

    static AmazonDelivery of(Message message, String tokenHeader) {
        byte[] body = message.getBody(byte[].class);
        return new AmazonDelivery(
                message.getHeader("x-amz-sns-message-type", String.class),
                message.getHeader(tokenHeader, String.class),
                body == null ? new byte[0] : body);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "AmazonDelivery[" + body.length + " bytes]";
    }
}
