/**
 * Keys of programs that ask the API. Operators create them, each for named scopes; we keep a hash, so that our books open no door, and
 * look at it anew with every request, so that a key that was revoked opens none either.
 */
package io.esimhub.operations.keys;
