package io.esimhub.operations.cases;

/** A case as a replay finds it. */
record ReplayableCase(
        long id,
        String kind,
        String state,
        String ownerKind,
        Long orderId,
        String workQueue,
        String workPayload,
        String closedBy,
        String closingReason) {

    boolean open() {
        return "OPEN".equals(state);
    }

    boolean replayed() {
        return !open() && "replayed".equals(closingReason);
    }

    /** There is the failed item itself, or an order that can be taken up again. */
    boolean replayable() {
        return workQueue != null || orderId != null;
    }

    String queue() {
        return workQueue != null ? workQueue : "orders";
    }

    String payload() {
        return "orders".equals(queue()) && orderId != null ? orderId + " reopen" : workPayload;
    }
}
