/**
 * A small copy of the outside world: suppliers that sell, keep books on disk and misbehave on request. It runs inside the
 * hub in profile {@code local}, and alone in profile {@code sandbox}, where it is the witness that survives the hub's
 * death. It knows nothing of the hub and the hub does not know it: they meet over HTTP only.
 */
package io.esimhub.sandbox;
