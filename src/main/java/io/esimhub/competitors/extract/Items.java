package io.esimhub.competitors.extract;

import io.esimhub.competitors.fetch.Page;
import io.esimhub.competitors.fetch.PageRefused;
import java.util.stream.Stream;

/** Takes the plans out of a page. */
public interface Items {

    /** Read one by one while the stream is walked, as nested plans may be many times the page; empty if nothing matches. */
    Stream<RawItem> in(Page page) throws PageRefused;
}
