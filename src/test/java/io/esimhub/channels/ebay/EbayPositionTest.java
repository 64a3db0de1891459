package io.esimhub.channels.ebay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EbayPositionTest {

    @Test
    void thePagesFollowOneAnotherWhileTheListStands() {
        assertThat(EbayPosition.START.after(200, 1000)).isEqualTo(new EbayPosition(200, 1000));
        assertThat(new EbayPosition(200, 1000).after(400, 1000)).isEqualTo(new EbayPosition(400, 1000));
    }

    @Test
    void ordersThatLeaveTheWindowMoveTheOthersForwardSoTheNextPageBeginsEarlier() {
        assertThat(new EbayPosition(200, 1000).after(400, 993)).isEqualTo(new EbayPosition(393, 993));
        assertThat(new EbayPosition(0, 1000).after(200, 0)).isEqualTo(new EbayPosition(0, 0));
    }

    @Test
    void afterTheLastPageTheFrontOfItIsReadOnceMoreIfOrdersLeftTheWindowMeanwhile() {
        assertThat(new EbayPosition(200, 350).onceMore(349)).contains(new EbayPosition(199, 349));
        assertThat(new EbayPosition(199, 349).onceMore(349)).isEmpty();
        assertThat(EbayPosition.START.onceMore(150)).isEmpty();
        assertThat(new EbayPosition(200, 350).onceMore(360)).isEmpty();
    }

    @Test
    void itIsWrittenDownAndReadAgain() {
        assertThat(EbayPosition.of(new EbayPosition(393, 993).text())).isEqualTo(new EbayPosition(393, 993));
    }
}
