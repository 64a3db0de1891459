package io.esimhub.operations.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** {@code hub.webhooks.…} and {@code hub.api.…}: what a body may weigh and how long it may take to arrive. */
@Validated
@ConfigurationProperties("hub")
record WebProperties(@Valid @DefaultValue Webhooks webhooks, @Valid @DefaultValue Api api) {

    /** Bodies from channels and suppliers; {@code bodyTimeout} is for the whole body, from its first byte. */
    record Webhooks(
            @NotNull @DefaultValue("1MB") DataSize maxBody, @NotNull @DefaultValue("10s") Duration bodyTimeout) {}

    /** Bodies behind a login; the largest is the catalog import. */
    record Api(@NotNull @DefaultValue("16MB") DataSize maxBody, @NotNull @DefaultValue("60s") Duration bodyTimeout) {}
}
