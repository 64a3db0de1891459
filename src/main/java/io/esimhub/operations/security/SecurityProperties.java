package io.esimhub.operations.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** {@code hub.security.…}. */
@Validated
@ConfigurationProperties("hub.security")
record SecurityProperties(@Valid @NotNull Ops ops) {

    /**
     * The operators' login.
     *
     * @param password {@code {bcrypt}…}; a plain one is for the profiles local and sandbox only
     */
    record Ops(@NotBlank String username, @NotBlank String password) {

        boolean isEncoded() {
            return password.startsWith("{bcrypt}");
        }

        /** As Spring Security's delegating encoder reads it. */
        String encoded() {
            return isEncoded() ? password : "{noop}" + password;
        }

        @Override
        public String toString() {
            return "Ops[username=" + username + "]";
        }
    }
}
