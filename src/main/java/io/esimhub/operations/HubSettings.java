package io.esimhub.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code hub.…}: what every domain may need to know about this process.
 *
 * @param environment the environment that this process and its database belong to, lower case: local, staging or prod
 * @param dataDir the folder for everything that has to survive a restart, relative to the working directory or absolute
 * @param publicUrl how customers and shops reach this process, without a trailing slash
 */
@Validated
@ConfigurationProperties("hub")
public record HubSettings(
        @DefaultValue("local") @NotBlank @Pattern(regexp = "[a-z]+") String environment,
        @DefaultValue("data") @NotBlank String dataDir,
        @DefaultValue("http://localhost:8080") @NotNull URI publicUrl) {

    /** The data folder, absolute. A text in the settings, because Spring would look for a {@code Path} on the class path first. */
    public Path dataFolder() {
        return Path.of(dataDir).toAbsolutePath().normalize();
    }
}
