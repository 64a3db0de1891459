package io.esimhub.sandbox.shop;

import io.esimhub.sandbox.BundlePrice;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes what a supplier asks for a bundle, or ends its sale. */
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

    /** A bundle that never had a price of its own can be withdrawn too. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@RequestParam String supplier, @RequestParam String bundle) {
        prices.withdraw(supplier, bundle);
    }

    @GetMapping
    List<BundlePrice> all() {
        return prices.all();
    }
}
