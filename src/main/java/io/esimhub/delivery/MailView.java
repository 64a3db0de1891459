package io.esimhub.delivery;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A mail in the words of the templates.
 *
 * @param greeting {@code Hi Ada,} or {@code Hello,}
 * @param several more than one eSIM
 * @param apn which access point name to set; empty if no eSIM needs one
 */
record MailView(
        String subject,
        String shop,
        String greeting,
        String order,
        boolean several,
        int count,
        String apn,
        List<EsimView> esims) {

    static MailView of(DeliveryMail mail) {
        int count = mail.esims().size();
        return new MailView(
                Subject.of(mail).text(),
                OneLine.of(mail.shopName()).text(),
                greeting(mail),
                OneLine.of(mail.orderName()).text(),
                count > 1,
                count,
                apn(mail),
                IntStream.range(0, count).mapToObj(index -> esim(mail, index)).toList());
    }

    private static String greeting(DeliveryMail mail) {
        return mail.customerName()
                .map(OneLine::of)
                .filter(name -> !name.isBlank())
                .map(name -> "Hi " + name.text() + ",")
                .orElse("Hello,");
    }

    private static String apn(DeliveryMail mail) {
        List<String> names = mail.esims().stream()
                .map(esim -> esim.apn().orElse(""))
                .distinct()
                .toList();
        return names.size() == 1 ? OneLine.of(names.get(0)).text() : "the one given with the eSIM above";
    }

    private static EsimView esim(DeliveryMail mail, int index) {
        int count = mail.esims().size();
        String label = count == 1 ? "" : "eSIM " + (index + 1) + " of " + count;
        return EsimView.of(mail.esims().get(index), label, "esim-" + (index + 1) + "." + mail.messageId());
    }

    @Override
    public String toString() {
        return "MailView[order " + order + ", " + count + " eSIMs]";
    }
}
