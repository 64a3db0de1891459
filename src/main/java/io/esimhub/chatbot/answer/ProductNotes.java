package io.esimhub.chatbot.answer;

import io.esimhub.chatbot.products.DataWish;
import io.esimhub.chatbot.products.Product;
import java.util.ArrayList;
import java.util.List;

/** What has to be told about the choice, so that nobody is promised what is not there. */
final class ProductNotes {

    private ProductNotes() {}

    static List<String> of(Understood understood, List<Product> products) {
        if (!understood.namesProducts()) {
            return List.of(
                    "The question names no country, region or SKU, so no product is shown. Ask where the customer travels.");
        }
        if (products.isEmpty()) {
            return List.of("Nothing on sale fits the places or SKUs that the question names.");
        }
        List<String> notes = new ArrayList<>();
        List<String> uncovered = understood.countries().stream()
                .filter(country -> products.stream()
                        .noneMatch(product -> product.countries().contains(country)))
                .toList();
        if (!uncovered.isEmpty()) {
            notes.add("Nothing on sale covers " + String.join(", ", uncovered) + ".");
        } else if (understood.countries().size() > 1
                && products.stream().noneMatch(product -> product.countries().containsAll(understood.countries()))) {
            notes.add("No single product covers all of " + String.join(", ", understood.countries()) + ".");
        }
        if (understood.dataMb() != null
                && products.stream().noneMatch(product -> hasAbout(product, understood.dataMb()))) {
            notes.add("Nothing on sale there has " + understood.dataMb() + " MB; the closest amounts are shown.");
        }
        if (understood.unlimited() && products.stream().allMatch(product -> product.dataMb() != null)) {
            notes.add("Nothing on sale there is without a data limit.");
        }
        if (understood.days() != null && products.stream().noneMatch(product -> lasts(product, understood.days()))) {
            notes.add("Nothing on sale there is valid for exactly " + understood.days()
                    + " days; the closest are shown.");
        }
        if (products.stream().noneMatch(Product::buyable)) {
            notes.add("None of these products can be bought at this moment; \"why\" says more.");
        }
        return List.copyOf(notes);
    }

    private static boolean hasAbout(Product product, int megabytes) {
        return product.dataMb() != null && new DataWish.About(megabytes).means(product.dataMb());
    }

    private static boolean lasts(Product product, int days) {
        return product.validityDays() != null && product.validityDays() == days;
    }
}
