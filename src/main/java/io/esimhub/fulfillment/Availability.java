package io.esimhub.fulfillment;

import io.esimhub.suppliers.Purchasing;
import io.esimhub.suppliers.SupplierStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether products can be bought at this moment, by the same choice that an order gets. */
@Component
public class Availability {

    private final Variants variants;
    private final SupplierStatus suppliers;

    Availability(Variants variants, SupplierStatus suppliers) {
        this.variants = variants;
        this.suppliers = suppliers;
    }

    /** @param skus of products that are for sale; one without a variant cannot be bought */
    public Map<String, Buyable> of(Collection<String> skus) {
        Map<String, Buyable> answer = new LinkedHashMap<>();
        if (!skus.isEmpty()) {
            variants.chooseOne(skus).forEach((sku, choice) -> answer.put(sku, judge(choice)));
        }
        return answer;
    }

    private Buyable judge(VariantChoice choice) {
        if (choice.chosen().isPresent()) {
            // a supplier that is only watched buys nothing
            return suppliers.purchasing(choice.chosen().get().supplier()) == Purchasing.ON ? Buyable.NOW : Buyable.NO;
        }
        return choice.again().isPresent() ? Buyable.SHORTLY : Buyable.NO;
    }
}
