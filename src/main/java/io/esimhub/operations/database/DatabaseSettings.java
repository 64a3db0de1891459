package io.esimhub.operations.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.database.…}
 *
 * @param port TCP port of the embedded server, 0 for a free one
 * @param binariesDir where the embedded server's programs are unpacked
 * @param startTimeout how long the embedded server may take to start; after a crash it first replays what was not in its tables
 * @param requireDurability whether a server that may forget acknowledged commits is refused
 * @param maxClockSkew how far our clock may be from the database's
 */
@Validated
@ConfigurationProperties("hub.database")
record DatabaseSettings(
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @DefaultValue("data/postgres-binaries") @NotBlank String binariesDir,
        @DefaultValue("60s") @NotNull Duration startTimeout,
        @DefaultValue("true") boolean requireDurability,
        @DefaultValue("5s") @NotNull Duration maxClockSkew) {

    Path binariesFolder() {
        return Path.of(binariesDir).toAbsolutePath().normalize();
    }
}
