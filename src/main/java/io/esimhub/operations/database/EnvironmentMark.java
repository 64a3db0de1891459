package io.esimhub.operations.database;

import java.util.UUID;

/**
 * Which environment the database belongs to.
 *
 * @param id made once, with the database; part of every purchase key, so that keys of two environments never meet
 * @param name lower case: local, staging or prod
 */
public record EnvironmentMark(UUID id, String name) {}
