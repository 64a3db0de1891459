package io.esimhub.competitors.collect;

import io.esimhub.competitors.CompetitorProperties.Source;
import io.esimhub.competitors.Offer;
import io.esimhub.competitors.extract.RawItem;
import io.esimhub.competitors.fetch.Addresses;
import io.esimhub.competitors.fetch.PageRefused;
import io.esimhub.competitors.offers.CountryNames;
import io.esimhub.competitors.offers.DataAmount;
import io.esimhub.competitors.offers.DataText;
import io.esimhub.competitors.offers.MoneyText;
import io.esimhub.competitors.offers.PlainText;
import io.esimhub.competitors.offers.Price;
import io.esimhub.competitors.offers.Reading;
import io.esimhub.competitors.offers.ValidityText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/** Makes an offer of a raw item, or says why not. What a source has no place for is looked for in the title. */
class OfferReader {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TITLE = 300;

    private final String competitor;
    private final Source source;
    private final CountryNames countries;

    OfferReader(String competitor, Source source, CountryNames countries) {
        this.competitor = competitor;
        this.source = source;
        this.countries = countries;
    }

    Reading<Offer> read(RawItem item, URI page, Instant seenAt) {
        String id = item.id() == null ? "" : PlainText.line(item.id());
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return Reading.unreadable("no id of 1 to " + LONGEST_ID + " characters");
        }
        if (item.price() == null) {
            return Reading.unreadable("no price");
        }
        String title = item.title() == null ? id : PlainText.line(item.title(), LONGEST_TITLE);
        Reading<SortedSet<String>> places = places(item);
        Reading<DataAmount> data = data(item, title);
        return places.then(where -> data.then(amount -> validity(item, title).then(days -> price(item)
                .then(price -> Reading.of(new Offer(
                        competitor,
                        id,
                        title,
                        address(item, page),
                        where,
                        amount.mb(),
                        days.days(),
                        price.amount(),
                        price.currency(),
                        seenAt))))));
    }

    /** @param days null: none is named */
    private record Validity(Integer days) {}

    private Reading<SortedSet<String>> places(RawItem item) {
        List<String> texts = item.countries().isEmpty() ? source.defaults().countries() : item.countries();
        return countries.read(texts);
    }

    private Reading<DataAmount> data(RawItem item, String title) {
        String text = source.fields().data() == null ? title : item.data();
        return text == null
                ? Reading.unreadable("no data amount")
                : DataText.read(text, source.defaults().dataUnit());
    }

    private Reading<Validity> validity(RawItem item, String title) {
        String unit = source.defaults().validityUnit();
        if (source.fields().validity() != null) {
            return item.validity() == null
                    ? Reading.unreadable("no validity")
                    : ValidityText.read(item.validity(), unit).then(days -> Reading.of(new Validity(days)));
        }
        return ValidityText.read(title, unit) instanceof Reading.Value<Integer> days
                ? Reading.of(new Validity(days.value()))
                : Reading.of(new Validity(null));
    }

    private Reading<Price> price(RawItem item) {
        if (item.currency() == null) {
            return MoneyText.read(item.price(), source.defaults().currency());
        }
        Reading<Price> price = MoneyText.read(item.price(), item.currency());
        return price.then(it -> it.currency().equalsIgnoreCase(item.currency().strip())
                ? price
                : Reading.unreadable("the price and the plan name two currencies"));
    }

    /** A link of the plan if it is one that can be shown, else the page. */
    private static String address(RawItem item, URI page) {
        try {
            return item.url() == null
                    ? page.toString()
                    : Addresses.page(page.resolve(item.url().strip()).toString())
                            .toString();
        } catch (IllegalArgumentException | PageRefused noLink) {
            return page.toString();
        }
    }
}
