/**
 * How the outside world misbehaves on request: every call to a supplier passes {@link io.esimhub.sandbox.faults.FaultFilter},
 * which counts it, keeps it waiting, and does to it what the next matching rule says.
 */
package io.esimhub.sandbox.faults;
