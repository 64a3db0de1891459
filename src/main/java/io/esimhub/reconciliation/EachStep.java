package io.esimhub.reconciliation;

/** Steps that do not need each other. */
final class EachStep {

    private EachStep() {}

    /** Takes all of them. @throws RuntimeException afterwards: the first one's, with the others' beside it */
    static void of(Runnable... steps) {
        RuntimeException first = null;
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
