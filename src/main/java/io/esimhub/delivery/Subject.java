package io.esimhub.delivery;

import java.util.List;

/** The mail's subject: how many eSIMs, of which order, and which product while that stays readable. */
record Subject(String text) {

    static Subject of(DeliveryMail mail) {
        int count = mail.esims().size();
        String start = count == 1 ? "Your eSIM for order " : "Your " + count + " eSIMs for order ";
        List<String> products = mail.esims().stream()
                .map(esim -> OneLine.of(esim.productName()).text())
                .distinct()
                .toList();
        String end = products.size() <= 2 ? ": " + String.join(" and ", products) : "";
        return new Subject(start + OneLine.of(mail.orderName()).text() + end);
    }
}
