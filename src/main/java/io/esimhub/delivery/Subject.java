package io.esimhub.delivery;

import java.util.List;

/** The mail's subject: how many of what, of which order, and which product while that stays readable. */
record Subject(String text) {

    static Subject of(DeliveryMail mail) {
        int count = mail.esims().size();
        String start = "Your " + (count == 1 ? "" : count + " ") + things(mail) + " for order ";
        List<String> products = mail.esims().stream()
                .map(esim -> OneLine.of(esim.productName()).text())
                .distinct()
                .toList();
        String end = products.size() <= 2 ? ": " + String.join(" and ", products) : "";
        return new Subject(start + OneLine.of(mail.orderName()).text() + end);
    }

    /** eSIM, eSIMs, SIM card, SIM cards; SIMs if there are both. */
    static String things(DeliveryMail mail) {
        long cards = mail.esims().stream().filter(MailEsim::isCard).count();
        String one = cards == 0 ? "eSIM" : cards == mail.esims().size() ? "SIM card" : "SIM";
        return mail.esims().size() == 1 ? one : one + "s";
    }
}
