package io.esimhub.competitors.collect;

import io.esimhub.competitors.Offer;
import io.esimhub.competitors.extract.RawItem;
import io.esimhub.competitors.offers.PlainText;
import io.esimhub.competitors.offers.Reading;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one source gave, and whether it can be believed. */
class Tally {

    private static final int LONGEST_NAME = 60;

    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private int items;
    private int priceless;
    private int unreadable;
    private int pages;
    private int emptyPages;
    private String firstReason = "";

    void page(int itemsOfIt) {
        pages++;
        emptyPages += itemsOfIt == 0 ? 1 : 0;
    }

    /** The shop's own list still names a page that is gone. */
    void gone(URI page) {
        pages++;
        emptyPages++;
        skipped.add("page " + page.getPath() + ": gone");
    }

    void item(RawItem raw, Reading<Offer> reading) {
        items++;
        priceless += raw.price() == null ? 1 : 0;
        if (reading instanceof Reading.Value<Offer> offer) {
            if (offers.putIfAbsent(offer.value().externalId(), offer.value()) != null) {
                skipped.add("plan " + offer.value().externalId() + ": a second one of this id");
            }
        } else if (reading instanceof Reading.Unreadable<Offer> no) {
            unreadable++;
            String name = raw.id() == null ? "number " + items : PlainText.line(raw.id(), LONGEST_NAME);
            skipped.add("plan " + name + ": " + no.why());
            firstReason = firstReason.isEmpty() ? no.why() : firstReason;
        }
    }

    int items() {
        return items;
    }

    Collection<Offer> offers() {
        return offers.values();
    }

    List<String> skipped() {
        return skipped;
    }

    void believe(URI source) throws PageChanged {
        if (items == 0) {
            throw new PageChanged(source, "items matches nothing");
        }
        if (2 * emptyPages > pages) {
            throw new PageChanged(source, "items matches nothing on " + emptyPages + " of " + pages + " pages");
        }
        if (2 * priceless > items) {
            throw new PageChanged(source, "fields.price matches nothing in " + priceless + " of " + items + " items");
        }
        if (2 * unreadable > items) { // what is left would be taken for the whole of what they sell
            throw new PageChanged(
                    source, unreadable + " of " + items + " items cannot be read; the first: " + firstReason);
        }
    }
}
