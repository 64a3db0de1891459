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
            return List.of("Nothing on sale fits the places, SKUs and currency that were asked for.");
        }
        List<String> notes = new ArrayList<>();
        List<String> uncovered = understood.countries().stream()
                .filter(country -> products.stream()
                        .noneMatch(product -> product.countries().contains(country)))
                .toList();
        if (!uncovered.isEmpty()) {
            notes.add("None of the products shown covers " + String.join(", ", uncovered)
                    + "; ask for each country by itself.");
        } else if (understood.countries().size() > 1
                && products.stream().noneMatch(product -> product.countries().containsAll(understood.countries()))) {
            notes.add("None of the products shown covers all of " + String.join(", ", understood.countries()) + ".");
        }
        if (understood.dataMb() != null
                && products.stream().noneMatch(product -> hasAbout(product, understood.dataMb()))) {
            notes.add("None of the products shown has " + understood.dataMb()
                    + " MB; they are the closest to what was asked.");
        }
        if (understood.unlimited() && products.stream().allMatch(product -> product.dataMb() != null)) {
            notes.add("None of the products shown is without a data limit.");
        }
        if (understood.days() != null && products.stream().noneMatch(product -> lasts(product, understood.days()))) {
            notes.add("None of the products shown is valid for exactly " + understood.days()
                    + " days; they are the closest to what was asked.");
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
