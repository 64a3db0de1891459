/**
 * The work queue: {@code to: work:<queue>} writes an item down in the transaction of the state that asks for it, and
 * {@code from: work:<queue>} runs it, on this or any other process, until it is done or a person has to look. The engine is
 * db-scheduler on the same PostgreSQL; here is only what makes it a Camel component, and the one place where a failure
 * becomes a retry or a case.
 */
package io.esimhub.operations.work;
