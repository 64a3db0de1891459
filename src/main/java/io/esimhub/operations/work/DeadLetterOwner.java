package io.esimhub.operations.work;

import io.esimhub.operations.cases.CaseReport;

/** Whoever knows which order a work item is about, and shows its cases on it. */
public interface DeadLetterOwner {

    /**
     * Opens the case on the order that the item is about.
     *
     * @param report holds the item's queue, key and payload
     * @return false if the item is about no order of this owner
     */
    boolean open(CaseReport report);
}
