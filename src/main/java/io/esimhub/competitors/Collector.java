package io.esimhub.competitors;

/** Visits a competitor. */
public interface Collector {

    /**
     * Asks every source of the competitor, one polite request after the other, which may take minutes: an interrupt ends it.
     *
     * @return never null; whatever a page does is an outcome and no exception
     */
    Collected collect(CompetitorProperties.Competitor competitor);
}
