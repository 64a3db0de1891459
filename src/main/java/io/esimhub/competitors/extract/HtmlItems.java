package io.esimhub.competitors.extract;

import io.esimhub.competitors.CompetitorProperties;
import io.esimhub.competitors.fetch.Page;
import io.esimhub.competitors.fetch.PageRefused;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/** By CSS selectors: one for the plans, one for each value within the plan. */
public class HtmlItems implements Items {

    private final Evaluator items;
    private final Selection id;
    private final Selection title;
    private final Selection url;
    private final Selection countries;
    private final Selection data;
    private final Selection validity;
    private final Selection price;
    private final Selection currency;

    /** @throws IllegalArgumentException a selector cannot be read */
    public HtmlItems(CompetitorProperties.Source source) {
        CompetitorProperties.Fields fields = source.fields();
        items = Selection.css("items", source.items());
        id = Selection.of("fields.id", fields.id());
        title = Selection.of("fields.title", fields.title());
        url = Selection.of("fields.url", fields.url());
        countries = Selection.of("fields.countries", fields.countries());
        data = Selection.of("fields.data", fields.data());
        validity = Selection.of("fields.validity", fields.validity());
        price = Selection.of("fields.price", fields.price());
        currency = Selection.of("fields.currency", fields.currency());
    }

    @Override
    public Stream<RawItem> in(Page page) throws PageRefused {
        return HtmlTree.of(page).select(items).stream().map(this::read);
    }

    private RawItem read(Element item) {
        return new RawItem(
                first(id, item),
                first(title, item),
                first(url, item),
                countries == null ? List.of() : countries.every(item),
                first(data, item),
                first(validity, item),
                first(price, item),
                first(currency, item));
    }

    private static String first(Selection selection, Element item) {
        return selection == null
                ? null
                : selection.every(item).stream().findFirst().orElse(null);
    }
}
