package io.esimhub.delivery;

/** How a card comes by post, in the words of the templates; what is not known is empty. */
record PostView(String carrier, String trackingNumber, String trackingUrl, String pin, String puk) {

    static PostView of(MailEsim.Post card) {
        return new PostView(
                OneLine.of(card.carrier()).text(),
                OneLine.of(card.trackingNumber()).text(),
                card.trackingUrl().orElse(""),
                card.pin().orElse(""),
                card.puk().orElse(""));
    }

    @Override
    public String toString() {
        return "PostView[" + carrier + "]";
    }
}
