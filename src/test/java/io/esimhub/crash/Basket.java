package io.esimhub.crash;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What one customer takes. */
final class Basket {

    private Basket() {}

    /** One or two articles, up to three of each. */
    static Map<String, Integer> fill(Random random) {
        Map<String, Integer> basket = new LinkedHashMap<>();
        int lines = random.nextInt(4) == 0 ? 2 : 1;
        while (basket.size() < lines) {
            String sku = Assortment.ARTICLES
                    .get(random.nextInt(Assortment.ARTICLES.size()))
                    .sku();
            basket.put(sku, 1 + random.nextInt(3));
        }
        return basket;
    }
}
