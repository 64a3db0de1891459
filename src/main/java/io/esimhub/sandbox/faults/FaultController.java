package io.esimhub.sandbox.faults;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders faults. */
@RestController
@RequestMapping("/sandbox/faults")
class FaultController {

    private final FaultList faults;

    FaultController(FaultList faults) {
        this.faults = faults;
    }

    /** Replaces the list; counts of {@code times} and {@code skip} start again. */
    @PostMapping
    List<FaultRule> replace(@RequestBody List<@Valid FaultRule> rules) {
        faults.replace(rules);
        return faults.rules();
    }

    @GetMapping
    List<FaultRule> rules() {
        return faults.rules();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.replace(List.of());
    }
}
