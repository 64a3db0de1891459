package io.esimhub.fulfillment;

import io.esimhub.operations.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code GET /api/v1/ops/routing}: which variant would be taken for an order that came now, and why not the others. Buys nothing. */
@Component("routing")
class Routing {

    private static final int MOST = 10_000;

    private final Variants variants;
    private final SupplierLimits limits;

    Routing(Variants variants, SupplierLimits limits) {
        this.variants = variants;
        this.limits = limits;
    }

    /**
     * @param sku of a product in the catalog
     * @param quantity of the line, one if it is missing
     * @throws Problem 400 a parameter that cannot be read, 404 no such product
     */
    public Map<String, Object> ask(String sku, String quantity) {
        if (sku == null || sku.isBlank()) {
            throw Problem.badParameter("sku", "is missing", "send the SKU of a product");
        }
        int many = quantity(quantity);
        if (!variants.known(sku)) {
            throw Problem.notFound("no-such-product", "The catalog has no product of this SKU.");
        }
        return answer(sku, many, variants.choose(Wish.of(sku, many)));
    }

    private Map<String, Object> answer(String sku, int quantity, VariantChoice choice) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sku", sku);
        answer.put("quantity", quantity);
        answer.put(
                "chosen",
                choice.chosen().map(variant -> chosen(variant, quantity)).orElse(null));
        answer.put("notChosen", choice.notChosen());
        choice.note().ifPresent(note -> answer.put("note", note));
        choice.again().ifPresent(again -> answer.put("lookAgainInSeconds", Math.max(1, again.toSeconds())));
        return answer;
    }

    private Map<String, Object> chosen(Variant variant, int quantity) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        chosen.put("supplier", variant.supplier());
        chosen.put("bundle", variant.supplierSku());
        chosen.put(
                "cost",
                Map.of(
                        "amount",
                        variant.cost().amount().toPlainString(),
                        "currency",
                        variant.cost().currency()));
        chosen.put("priority", variant.priority());
        chosen.put("orders", UnitBatch.sizes(quantity, limits.maxQuantity(variant.supplier())));
        return chosen;
    }

    private static int quantity(String text) {
        if (text == null || text.isBlank()) {
            return 1;
        }
        if (text.matches("[0-9]{1,5}")) {
            int quantity = Integer.parseInt(text);
            if (quantity >= 1 && quantity <= MOST) {
                return quantity;
            }
        }
        throw Problem.badParameter("quantity", "is no number from 1 to " + MOST, "send one, or leave it out");
    }
}
