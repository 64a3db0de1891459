package io.esimhub.operations.work;

/**
 * What stands in the item's row.
 *
 * @param attempts runs that failed or died
 * @param untouched the immediate run of the enqueuing process has not reported; found so by the scheduler, it died
 */
record WorkData(String queue, String payload, int attempts, boolean untouched) {

    WorkData afterFailure() {
        return new WorkData(queue, payload, attempts + 1, false);
    }

    WorkData waiting() {
        return new WorkData(queue, payload, attempts, false);
    }
}
