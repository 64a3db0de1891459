package io.esimhub.chatbot.products;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.products.…}.
 *
 * @param answerWithin after which a look-up is given up with a 503, in whole seconds
 */
@Validated
@ConfigurationProperties("hub.products")
record ProductsProperties(@NotNull Duration answerWithin) {}
