package io.esimhub.delivery;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A mail in the words of the templates.
 *
 * @param greeting {@code Hi Ada,} or {@code Hello,}
 * @param heading e.g. {@code Your 2 eSIMs are ready}, or {@code Your SIM card is on its way}
 * @param downloads something is to be installed
 * @param posts something comes by post
 * @param several more than one is to be installed
 * @param apn which access point name to set; empty if no eSIM needs one
 */
record MailView(
        String subject,
        String shop,
        String greeting,
        String order,
        String heading,
        boolean downloads,
        boolean posts,
        boolean several,
        String apn,
        List<EsimView> esims) {

    static MailView of(DeliveryMail mail) {
        int count = mail.esims().size();
        int cards = (int) mail.esims().stream().filter(MailEsim::isCard).count();
        return new MailView(
                Subject.of(mail).text(),
                OneLine.of(mail.shopName()).text(),
                greeting(mail),
                OneLine.of(mail.orderName()).text(),
                heading(mail),
                count > cards,
                cards > 0,
                count - cards > 1,
                apn(mail),
                IntStream.range(0, count).mapToObj(index -> esim(mail, index)).toList());
    }

    private static String heading(DeliveryMail mail) {
        int count = mail.esims().size();
        boolean onlyCards = mail.esims().stream().allMatch(MailEsim::isCard);
        return "Your " + (count == 1 ? "" : count + " ") + Subject.things(mail) + (count == 1 ? " is " : " are ")
                + (!onlyCards ? "ready" : count == 1 ? "on its way" : "on their way");
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
        MailEsim esim = mail.esims().get(index);
        String label = count == 1 ? "" : (esim.isCard() ? "SIM card " : "eSIM ") + (index + 1) + " of " + count;
        return EsimView.of(esim, label, "esim-" + (index + 1) + "." + mail.messageId());
    }

    @Override
    public String toString() {
        return "MailView[order " + order + ", " + esims.size() + " eSIMs]";
    }
}
