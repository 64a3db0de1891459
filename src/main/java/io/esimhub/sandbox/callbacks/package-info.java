/** The suppliers' calls at the hub's door: hints that something happened, which may be lost like any other call. */
package io.esimhub.sandbox.callbacks;
