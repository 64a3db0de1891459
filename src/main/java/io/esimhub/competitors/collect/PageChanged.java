package io.esimhub.competitors.collect;

import io.esimhub.competitors.Collected;
import java.net.URI;

/** A page is not what the settings describe. */
class PageChanged extends Exception {

    private final transient Collected.Drift outcome;

    PageChanged(URI source, String what) {
        super(what);
        String text = source.toString();
        this.outcome = new Collected.Drift(text.replaceAll("[?#].*", ""), what);
    }

    Collected.Drift outcome() {
        return outcome;
    }
}
