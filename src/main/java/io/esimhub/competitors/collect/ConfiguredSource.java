package io.esimhub.competitors.collect;

import io.esimhub.competitors.CompetitorProperties.Source;
import io.esimhub.competitors.CompetitorProperties.Type;
import io.esimhub.competitors.extract.HtmlItems;
import io.esimhub.competitors.extract.Items;
import io.esimhub.competitors.extract.JsonInHtmlItems;
import io.esimhub.competitors.extract.JsonItems;
import io.esimhub.competitors.fetch.Addresses;
import io.esimhub.competitors.fetch.PageKind;
import io.esimhub.competitors.fetch.PageRefused;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A source whose settings were understood.
 *
 * @param kind of the pages that hold the plans
 * @param followed which pages of a sitemap
 */
record ConfiguredSource(Source settings, URI address, PageKind kind, Items items, Pattern followed) {

    /** @throws IllegalArgumentException names the setting that cannot be understood */
    static ConfiguredSource of(Source source) {
        try {
            URI address = Addresses.page(source.url());
            Type pages = source.type() == Type.SITEMAP ? source.follow().type() : source.type();
            if (pages == Type.SITEMAP) {
                throw new IllegalArgumentException("follow.type is json or html");
            }
            if (source.jsonIn() != null && pages != Type.HTML) {
                throw new IllegalArgumentException("json-in is for HTML pages");
            }
            return new ConfiguredSource(
                    source,
                    address,
                    pages == Type.JSON ? PageKind.JSON : PageKind.HTML,
                    items(source, pages),
                    Pattern.compile(source.follow().pages()));
        } catch (PageRefused wrong) {
            throw new IllegalArgumentException("url: " + wrong.outcome().detail(), wrong);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("follow.pages is no regular expression: " + wrong.getMessage(), wrong);
        }
    }

    private static Items items(Source source, Type pages) {
        if (pages == Type.JSON) {
            return new JsonItems(source);
        }
        return source.jsonIn() == null ? new HtmlItems(source) : new JsonInHtmlItems(source);
    }
}
