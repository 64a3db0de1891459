package io.esimhub.sandbox;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/**
 * What one supplier asks for one bundle.
 *
 * @param price in USD, not more than four decimals
 */
public record BundlePrice(
        @NotBlank String supplier,
        @NotBlank String bundle,
        @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal price) {}
