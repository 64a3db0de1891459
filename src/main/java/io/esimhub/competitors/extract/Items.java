package io.esimhub.competitors.extract;

import io.esimhub.competitors.fetch.Page;
import io.esimhub.competitors.fetch.PageRefused;
import java.util.List;

/** Takes the plans out of a page. */
public interface Items {

    /** Empty if nothing matches. */
    List<RawItem> in(Page page) throws PageRefused;
}
