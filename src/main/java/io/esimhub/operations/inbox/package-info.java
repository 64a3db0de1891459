/** The raw events of the outside, kept as they came, before anything is made of them. What is in here was acknowledged. */
package io.esimhub.operations.inbox;
