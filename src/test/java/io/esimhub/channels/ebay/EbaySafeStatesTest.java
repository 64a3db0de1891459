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
