package io.esimhub.chatbot.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.chatbot.…}.
 *
 * @param products how many at most belong to an answer
 * @param passages how many at most belong to an answer
 * @param countryNames what customers also call a country, beside its English name; the ISO code by name
 * @param regionNames what customers call a part of the world; the word that names of products have for it, by name
 */
@Validated
@ConfigurationProperties("hub.chatbot")
record AnswerProperties(
        @Min(1) @Max(20) int products,
        @Min(1) @Max(20) int passages,
        @NotNull Map<String, String> countryNames,
        @NotNull Map<String, String> regionNames) {}
