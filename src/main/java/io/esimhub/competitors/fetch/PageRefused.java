package io.esimhub.competitors.fetch;

import io.esimhub.competitors.Collected;
import io.esimhub.competitors.RefusedWhy;
import java.net.URI;

/** Why a page was not fetched, or not read. */
public class PageRefused extends Exception {

    private final transient Collected.Refused outcome;
    private final boolean gone;

    public PageRefused(URI source, RefusedWhy why, String detail) {
        this(Addresses.shown(source), why, detail);
    }

    PageRefused(String source, RefusedWhy why, String detail) {
        this(source, why, detail, false);
    }

    private PageRefused(String source, RefusedWhy why, String detail, boolean gone) {
        super(why + ": " + detail);
        this.outcome = new Collected.Refused(source, why, detail);
        this.gone = gone;
    }

    static PageRefused status(URI source, int status) {
        boolean gone = status == 404 || status == 410;
        return new PageRefused(Addresses.shown(source), RefusedWhy.STATUS, "status " + status, gone);
    }

    public Collected.Refused outcome() {
        return outcome;
    }

    /** The server says that there is no such page, or none any more. */
    public boolean gone() {
        return gone;
    }

    public RefusedWhy why() {
        return outcome.why();
    }
}
