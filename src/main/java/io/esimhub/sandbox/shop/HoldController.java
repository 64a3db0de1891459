package io.esimhub.sandbox.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shuts and opens the door. */
@RestController
@RequestMapping("/sandbox/hold")
class HoldController {

    private final Door door;

    HoldController(Door door) {
        this.door = door;
    }

    @PostMapping
    State shut(@RequestBody @Valid Wish wish) {
        door.shut(wish.supplier(), wish.point());
        return state();
    }

    @GetMapping
    State state() {
        return door.hold()
                .map(hold -> new State(true, hold.supplier(), hold.point(), hold.isWaiting()))
                .orElse(new State(false, null, null, false));
    }

    /** @param drop sends the buyer away without an answer; before the purchase: without buying */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@RequestParam(defaultValue = "false") boolean drop) {
        door.open(drop);
    }

    record Wish(@NotBlank String supplier, @NotNull Door.Point point) {}

    /** @param waiting a buyer stands at the door now */
    record State(boolean shut, String supplier, Door.Point point, boolean waiting) {}
}
