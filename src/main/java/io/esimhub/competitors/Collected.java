package io.esimhub.competitors;

import java.util.List;

/** What came of one visit to a competitor. A visit is whole or it is not believed: half a list would look like plans that are gone. */
public sealed interface Collected {

    /** How often the competitor's servers were asked, robots.txt included. */
    int requests();

    /**
     * @param offers at least one, each {@code externalId} once
     * @param skipped why single items were left out, one line each; at most 100 of them
     */
    record Offers(List<Offer> offers, List<String> skipped, int requests) implements Collected {}

    /**
     * The page came and is not what the settings describe: a selector matches nothing, or values cannot be read. The former values are
     * kept, and a person looks at the settings.
     *
     * @param source address of the page, without its query
     */
    record Drift(String source, String what, int requests) implements Collected {

        public Drift(String source, String what) {
            this(source, what, 0);
        }

        public Drift after(int asked) {
            return new Drift(source, what, asked);
        }
    }

    /**
     * Not fetched, or not read to its end.
     *
     * @param source address of the page, without its query
     * @param detail a sentence for a person; never text of the page
     */
    record Refused(String source, RefusedWhy why, String detail, int requests) implements Collected {

        public Refused(String source, RefusedWhy why, String detail) {
            this(source, why, detail, 0);
        }

        public Refused after(int asked) {
            return new Refused(source, why, detail, asked);
        }
    }
}
