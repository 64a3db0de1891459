package io.esimhub.sandbox.competitors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes what a competitor asks: {@code PUT /sandbox/competitors/bargain/prices/jp-5gb {"price": "9.90"}}. */
@RestController
@RequestMapping("/sandbox/competitors/{rival}/prices")
class ShelfController {

    private final Shelves shelves;

    ShelfController(Shelves shelves) {
        this.shelves = shelves;
    }

    @GetMapping
    List<Plan> plans(@PathVariable String rival) {
        return shelves.of(rival);
    }

    @PutMapping("/{id}")
    ResponseEntity<Plan> price(@PathVariable String rival, @PathVariable String id, @RequestBody @Valid Wish wish) {
        return ResponseEntity.of(shelves.price(rival, id, wish.price()));
    }

    /** @param price in USD */
    record Wish(@NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2) BigDecimal price) {}
}
