package io.esimhub.channels.ebay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we do not know of eBay's ends where nobody loses money. */
class EbaySafeStatesTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "NONE_REQUESTED,REJECTED,false",
        "NONE_REQUESTED,COMPLETED,false",
        "NONE_REQUESTED,REQUESTED,true",
        "NONE_REQUESTED,AWAITING_SELLER,true",
        "IN_PROGRESS,REJECTED,true",
        "CANCEL_PENDING,REJECTED,true",
        "CANCELLED,REJECTED,true"
    })
    void aCancellationInAWordThatWeDoNotKnowHoldsTheOrder(String state, String request, boolean held)
            throws IOException {
        JsonNode order =
                json.readTree("{\"orderId\":\"1-2\",\"lastModifiedDate\":\"2026-01-01T00:00:00.000Z\",\"lineItems\":[],"
                        + "\"orderPaymentStatus\":\"PAID\",\"cancelStatus\":{\"cancelState\":\"" + state
                        + "\",\"cancelRequests\":[{\"cancelRequestState\":\"" + request + "\"}]}}");

        assertThat(EbayOrderReader.read("ebay", order).hold().isPresent()).isEqualTo(held);
    }

    @Test
    void aSuccessThatIsNoListDoesNotCountAsRead() {
        assertThatThrownBy(() -> new EbayPages(Instant.EPOCH).read(json.createObjectNode()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyListIsReadToItsEnd() throws IOException {
        EbayPages pages = new EbayPages(Instant.EPOCH);
        pages.read(json.readTree("{\"orders\":[],\"total\":0}"));

        assertThat(pages.isMore()).isFalse();
    }

    @Test
    void aShortPageThatNamesANextOneIsNotTheLast() throws IOException {
        EbayPages pages = new EbayPages(Instant.EPOCH);
        pages.read(json.readTree("{\"orders\":[{}],\"total\":300,\"next\":\"https://api.ebay.com/next\"}"));

        assertThat(pages.isMore()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orders\":[],\"total\":500}",
                "{\"orders\":[{}],\"total\":2}",
                "{\"orders\":[],\"total\":1,\"next\":\"https://api.ebay.com/next\"}"
            })
    void aListThatEndsBeforeAllThatEbayCountsWereShownDoesNotCountAsRead(String page) {
        assertThatThrownBy(() -> new EbayPages(Instant.EPOCH).read(json.readTree(page)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the list ends");
    }

    @Test
    void ordersThatLeftTheWindowWhileItWasReadAreNotWaitedFor() throws IOException {
        EbayPages pages = EbayPages.between(false, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 393);
        pages.read(json.readTree("{\"orders\":[],\"total\":393}"));

        assertThat(pages.isMore()).isFalse();
    }

    @Test
    void anOrderWithABrokenTimeDoesNotStopTheOthers() {
        EbayPages pages = new EbayPages(Instant.EPOCH);
        pages.saw("2026-01-01T00:00:00.000Z");
        pages.saw("yesterday");

        assertThat(pages.newest()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void aChannelThatIsHalfSetUpDoesNotStart() {
        assertThatThrownBy(() -> new EbayProperties(
                        "ebay",
                        "https://api.ebay.com",
                        "client",
                        "secret",
                        "refresh",
                        null,
                        "https://hub.example.com/webhooks/ebay",
                        null,
                        null,
                        null,
                        null,
                        true))
                .hasMessageContaining("verification-token");
    }
}
