package io.esimhub.operations.security;

import java.util.List;

/**
 * A program that came with a key.
 *
 * @param name as its operator called it
 * @param scopes what it may ask for
 */
public record KeyHolder(String name, List<String> scopes) {}
