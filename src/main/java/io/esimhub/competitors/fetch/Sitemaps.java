package io.esimhub.competitors.fetch;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import io.esimhub.competitors.RefusedWhy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The pages that a site lists for crawlers (sitemaps.org): one list, or an index of lists, also packed. */
public class Sitemaps {

    /** Lists of one index; and a list is no index again. */
    private static final int LISTS = 50;

    private final PoliteFetcher fetcher;
    private final int maxBytes;

    public Sitemaps(PoliteFetcher fetcher, int maxBytes) {
        this.fetcher = fetcher;
        this.maxBytes = maxBytes;
    }

    /**
     * The pages of the sitemap's own scheme, host and port that match, in order of their addresses.
     *
     * @param most pages; more of them are refused
     */
    public List<URI> pages(URI sitemap, Pattern wanted, int most, Visit visit) throws PageRefused {
        SortedSet<URI> pages = new TreeSet<>();
        AbstractSiteMap first = read(sitemap, visit);
        if (first instanceof SiteMapIndex index) {
            Collection<AbstractSiteMap> lists = index.getSitemaps();
            if (lists.size() > LISTS) {
                throw new PageRefused(sitemap, RefusedWhy.TOO_LONG, "an index of more than " + LISTS + " sitemaps");
            }
            for (AbstractSiteMap list : lists) {
                URI address = Addresses.page(list.getUrl().toString());
                if (!Addresses.site(address).equals(Addresses.site(sitemap))) {
                    continue;
                }
                take(read(address, visit), sitemap, wanted, most, pages);
            }
        } else {
            take(first, sitemap, wanted, most, pages);
        }
        return List.copyOf(pages);
    }

    private static void take(AbstractSiteMap list, URI sitemap, Pattern wanted, int most, SortedSet<URI> pages)
            throws PageRefused {
        if (!(list instanceof SiteMap map)) {
            throw new PageRefused(sitemap, RefusedWhy.MALFORMED, "an index within an index");
        }
        for (SiteMapURL entry : map.getSiteMapUrls()) {
            URL url = entry.getUrl();
            if (url == null || !wanted.matcher(url.toString()).matches()) {
                continue;
            }
            URI page = Addresses.page(url.toString());
            if (Addresses.site(page).equals(Addresses.site(sitemap)) && pages.add(page) && pages.size() > most) {
                throw new PageRefused(
                        sitemap, RefusedWhy.TOO_LONG, "more than " + most + " pages match; follow.most allows no more");
            }
        }
    }

    private AbstractSiteMap read(URI address, Visit visit) throws PageRefused {
        Page page = fetcher.fetch(address, PageKind.SITEMAP, visit);
        try {
            // document types, and entities with them, are off in this parser unless somebody turns them on
            return new SiteMapParser(false).parseSiteMap("text/xml", unpacked(page), address.toURL());
        } catch (UnknownFormatException | IOException | RuntimeException unreadable) {
            throw new PageRefused(address, RefusedWhy.MALFORMED, "not a sitemap that can be read");
        }
    }

    private byte[] unpacked(Page page) throws IOException, PageRefused {
        byte[] body = page.body();
        if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) {
            return body;
        }
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] text = packed.readNBytes(maxBytes + 1);
            if (text.length > maxBytes) {
                throw new PageRefused(page.address(), RefusedWhy.TOO_LONG, "longer unpacked than the settings allow");
            }
            return text;
        }
    }
}
