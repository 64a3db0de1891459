package io.esimhub.operations.secrets;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.security.rotation}: how secrets come to be encrypted with the active key.
 *
 * @param every how often rows of other keys are looked for
 * @param batch rows that are encrypted anew in one transaction
 */
@Validated
@ConfigurationProperties("hub.security.rotation")
record RotationProperties(@NotNull Duration every, @Min(1) @Max(10_000) int batch) {

    /** How long a direction holds after its last process was seen. */
    Duration lease() {
        return every.multipliedBy(2);
    }
}
