package io.esimhub.operations.database;

/** The hub must not run like this. Carries what a person reads on the console: what is wrong, and what to do about it. */
class StartRefused extends RuntimeException {

    private final String remedy;

    StartRefused(String problem, String remedy) {
        this(problem, remedy, null);
    }

    StartRefused(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
