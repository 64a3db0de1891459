package io.esimhub.operations.work;

/** Runs the items of one queue. Never throws: a failure is a result. */
@FunctionalInterface
interface WorkHandler {
    WorkResult run(WorkItem item);
}
