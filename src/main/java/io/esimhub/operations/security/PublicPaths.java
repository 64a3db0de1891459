package io.esimhub.operations.security;

import java.util.List;

/** Paths of a domain that need no login of operators; a domain declares a bean of it. */
@FunctionalInterface
public interface PublicPaths {

    /** Ant-like patterns such as {@code /e/**}. */
    List<String> patterns();
}
