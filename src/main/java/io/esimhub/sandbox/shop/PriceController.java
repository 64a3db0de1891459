package io.esimhub.sandbox.shop;

import io.esimhub.sandbox.BundlePrice;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes what a supplier asks for a bundle. */
@RestController
@RequestMapping("/sandbox/prices")
class PriceController {

    private final Prices prices;

    PriceController(Prices prices) {
        this.prices = prices;
    }

    @PostMapping
    BundlePrice set(@RequestBody @Valid BundlePrice price) {
        prices.set(price);
        return price;
    }

    @GetMapping
    List<BundlePrice> all() {
        return prices.all();
    }
}
