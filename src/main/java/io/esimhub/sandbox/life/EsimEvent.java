package io.esimhub.sandbox.life;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * Something that a customer's phone does.
 *
 * @param esim the supplier's id of it, or its ICCID
 * @param usedBytes of data until now
 */
record EsimEvent(@NotBlank String supplier, @NotBlank String esim, @NotNull Life.Stage stage, long usedBytes) {}
