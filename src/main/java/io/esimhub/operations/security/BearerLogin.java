package io.esimhub.operations.security;

import java.util.Optional;

/** Knows the holders of API keys. */
public interface BearerLogin {

    /**
     * @param bearer what came as {@code Authorization: Bearer …}
     * @return whose it is; empty if it opens nothing, for whatever reason
     */
    Optional<KeyHolder> holder(String bearer);
}
