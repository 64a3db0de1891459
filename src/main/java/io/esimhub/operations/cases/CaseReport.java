package io.esimhub.operations.cases;

/**
 * What is known when a case is opened.
 *
 * @param kind e.g. {@code dead-letter}, {@code unknown-purchase}, {@code parked-unit}
 * @param reason a word an operator can search for
 * @param subject what makes two reports the same case: while one is open, a second changes nothing
 */
public record CaseReport(
        String kind,
        String reason,
        String subject,
        String ownerKind,
        Long orderId,
        Long purchaseId,
        String workQueue,
        String workKey,
        String workPayload,
        int attempts,
        String lastError) {

    public static CaseReport of(String kind, String reason, String subject) {
        return new CaseReport(kind, reason, subject, null, null, null, null, null, null, 0, null);
    }

    /** The order shows NEEDS_ATTENTION while the case is open. */
    public CaseReport order(String owner, long order) {
        return new CaseReport(
                kind, reason, subject, owner, order, purchaseId, workQueue, workKey, workPayload, attempts, lastError);
    }

    public CaseReport purchase(long purchase) {
        return new CaseReport(
                kind,
                reason,
                subject,
                ownerKind,
                orderId,
                purchase,
                workQueue,
                workKey,
                workPayload,
                attempts,
                lastError);
    }

    /** What a replay enqueues again. */
    public CaseReport work(String queue, String key, String payload) {
        return new CaseReport(
                kind, reason, subject, ownerKind, orderId, purchaseId, queue, key, payload, attempts, lastError);
    }

    /** @param error without secrets and without the customer's data */
    public CaseReport failed(int runs, String error) {
        return new CaseReport(
                kind, reason, subject, ownerKind, orderId, purchaseId, workQueue, workKey, workPayload, runs, error);
    }
}
