package io.esimhub.sandbox.life;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /sandbox/esims {"supplier": "esim-go", "esim": "8944…", "stage": "INSTALLED", "usedBytes": 0}}. */
@RestController
class LifeController {

    private final EsimLives lives;

    LifeController(EsimLives lives) {
        this.lives = lives;
    }

    @PostMapping("/sandbox/esims")
    ResponseEntity<Life> live(@RequestBody @Valid EsimEvent event) {
        return ResponseEntity.of(lives.live(event));
    }
}
