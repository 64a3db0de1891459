package io.esimhub.suppliers.airalo;

import com.fasterxml.jackson.databind.JsonNode;

/** Which page of a list comes next, and whether all of them came. */
final class PageCount {

    /** More are a mistake somewhere. */
    static final int MOST = 500;

    private final String what;
    private int next = 1;
    private int promised;
    private boolean more = true;

    PageCount(String what) {
        this.what = what;
    }

    boolean isMore() {
        return more;
    }

    int next() {
        return next;
    }

    /**
     * @param meta of the page: {@code last_page} and {@code total}, where the vendor says them
     * @param shown on this page
     * @param fresh of those, not seen before
     * @param seen on all pages until now
     * @throws IllegalStateException if the pages end too early, or not at all
     */
    void read(JsonNode meta, int shown, int fresh, int seen) {
        promised = next == 1 ? meta.path("total").asInt(0) : promised;
        int last = meta.path("last_page").asInt(0);
        more = last > 0 ? next < last && shown > 0 : fresh > 0;
        next++;
        if (!more && seen < promised) {
            throw new IllegalStateException("Airalo lists " + seen + " " + what + " of " + promised);
        }
        if (more && next > MOST) {
            throw new IllegalStateException("Airalo's list of " + what + " has more than " + MOST + " pages");
        }
    }
}
