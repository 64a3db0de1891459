package io.esimhub.competitors.ours;

import java.util.List;

/** Our products as the test says, without a hub. */
public final class FixedProducts extends OurProducts {

    private final List<OurProduct> products;

    public FixedProducts(List<OurProduct> products) {
        super(null, null, null);
        this.products = products;
    }

    @Override
    public void refresh() {
        // there is no hub
    }

    @Override
    public List<OurProduct> all() {
        return products;
    }
}
