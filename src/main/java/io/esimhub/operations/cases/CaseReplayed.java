package io.esimhub.operations.cases;

/** The answer to a replay, the same for the first press and every other. */
record CaseReplayed(long id, String state, String replayedBy) {}
