package io.esimhub.channels.ebay;

import java.util.Optional;

/**
 * Where a reading of eBay's list stands. Orders that leave the window while it is read move all others to the front: the next page begins so
 * many places earlier.
 *
 * @param total orders of the window when the last page was read; negative: not known
 */
record EbayPosition(int offset, int total) {

    static final EbayPosition START = new EbayPosition(0, -1);

    static EbayPosition of(String text) {
        String[] parts = text.split("/");
        return new EbayPosition(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** @param read orders until the end of the page @param now total of the window */
    EbayPosition after(int read, int now) {
        return new EbayPosition(Math.max(0, read - gone(now)), now);
    }

    /** After the last page: where to look once more, if orders before it left the window while it was read and moved others to where nobody looked. */
    Optional<EbayPosition> onceMore(int now) {
        return gone(now) == 0 ? Optional.empty() : Optional.of(after(offset, now));
    }

    private int gone(int now) {
        return total < 0 || now < 0 ? 0 : Math.max(0, total - now);
    }

    String text() {
        return offset + "/" + total;
    }
}
