package io.esimhub.competitors.fetch;

/** Counts the requests of one visit to a competitor; of one thread. */
public class Visit {

    private int requests;

    void asked() {
        requests++;
    }

    public int requests() {
        return requests;
    }
}
