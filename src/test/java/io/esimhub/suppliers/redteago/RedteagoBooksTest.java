package io.esimhub.suppliers.redteago;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.time.Instant;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedteagoBooksTest {

    private static final String QUERY = "/redteago/api/v1/open/esim/query";
    private static final OrderWindow WINDOW =
            new OrderWindow(Instant.parse("2026-11-20T10:00:00.9Z"), Instant.parse("2026-11-20T11:00:00.1Z"));

    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        suppliers = new SuppliersUnderTest();
    }

    @AfterAll
    static void stop() {
        suppliers.close();
    }

    @BeforeEach
    void forget() {
        suppliers.forget();
    }

    @Test
    void everyPageOfTheWindowIsReadAndEsimsOfOneNumberAreOneOrder() {
        page(1, RedteagoPapers.page(1002, RedteagoPapers.esims(1, 500, "B1")));
        page(2, RedteagoPapers.page(1002, RedteagoPapers.esims(501, 1000, "B2")));
        page(3, RedteagoPapers.page(1002, RedteagoPapers.esims(1001, 1002, "B2")));

        SupplierListing listing = list();

        assertThat(listing.orders()).extracting(SupplierOrder::reference).containsExactly("B1", "B2");
        assertThat(listing.orders()).extracting(SupplierOrder::quantity).containsExactly(500, 502);
        assertThat(listing.orders().get(1).key()).contains("key-of-B2");
        assertThat(listing.orders().get(0).supplierSku()).isEqualTo("GB_1_7");
        assertThat(listing.orders().get(0).createdAt()).isEqualTo("2026-11-20T10:30:00Z");
        assertThat(listing.supplierClock()).contains(Instant.parse("2026-11-20T11:02:03Z"));
        assertThat(suppliers.arrivals()).hasSize(3);
    }

    @Test
    void pagesWithoutATotalEndWithAnEmptyOne() {
        page(1, RedteagoPapers.ok("{\"esimList\":[" + RedteagoPapers.esims(1, 1, "B1")[0] + "]}"));
        page(2, RedteagoPapers.ok("{\"esimList\":[]}"));

        assertThat(list().orders()).hasSize(1);
    }

    @Test
    void anEsimThatIsShownTwiceCountsOnce() {
        page(1, RedteagoPapers.page(4, RedteagoPapers.esims(1, 2, "B1")));
        page(2, RedteagoPapers.page(4, RedteagoPapers.esims(2, 3, "B1")));

        assertThat(list().orders()).singleElement().satisfies(order -> assertThat(order.quantity())
                .isEqualTo(3));
    }

    @Test
    void cancelledEsimsAreListedButNobodys() {
        page(1, RedteagoPapers.page(1, RedteagoPapers.esim(1, "B1", "CANCEL", "LPA:1$rsp.example.com$MADEUP")));

        assertThat(list().orders()).singleElement().satisfies(order -> {
            assertThat(order.quantity()).isEqualTo(1);
            assertThat(order.esims()).isEmpty();
        });
    }

    @Test
    void aListThatEndsBeforeItsTotalProvesNothing() {
        page(1, RedteagoPapers.page(3, RedteagoPapers.esims(1, 2, "B1")));
        page(2, RedteagoPapers.page(3));

        assertThatThrownBy(RedteagoBooksTest::list).isInstanceOf(CamelExecutionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "500, application/json, 0",
        "200, text/html, 0",
        "200, application/json, 000001",
        "429, application/json, 0"
    })
    void halfAListProvesNothing(int status, String type, String code) {
        suppliers
                .server()
                .stubFor(post(QUERY)
                        .willReturn(aResponse()
                                .withStatus(status)
                                .withHeader("Content-Type", type)
                                .withBody(RedteagoPapers.refused(code, "busy"))));

        assertThatThrownBy(RedteagoBooksTest::list).isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void anAllocatedOrderHandsOverItsEsims() {
        found(okJson(RedteagoPapers.page(2, RedteagoPapers.esims(1, 2, RedteagoPapers.ORDER_NO))));

        assertThat(find()).isInstanceOfSatisfying(FindAnswer.Allocated.class, allocated -> {
            assertThat(allocated.esims())
                    .extracting(SupplierEsim::supplierEsimId)
                    .containsExactly("26112000000001", "26112000000002");
            SupplierEsim first = allocated.esims().get(0);
            assertThat(first.iccid()).contains("8900000000000000001");
            assertThat(first.apn()).contains("internet");
            assertThat(first.activationCode().orElseThrow().lpa()).isEqualTo("LPA:1$rsp.example.com$MADEUP1");
        });
    }

    @Test
    void anOrderBeingAllocatedTellsHowFarItIs() {
        found(okJson(
                RedteagoPapers.refused("200010", "the batchOrder has been getting resource, total:[3], success:[1]")));

        assertThat(find()).isEqualTo(new FindAnswer.Allocating(1, 3));
    }

    @Test
    void anEsimWithoutItsCodeIsStillBeingAllocated() {
        found(okJson(RedteagoPapers.page(
                2,
                RedteagoPapers.esim(1, "B1", "GOT_RESOURCE", "LPA:1$rsp.example.com$MADEUP"),
                RedteagoPapers.esim(2, "B1", "GETTING_RESOURCE", ""))));

        assertThat(find()).isEqualTo(new FindAnswer.Allocating(1, 2));
    }

    @Test
    void anOrderThatRedteagoDoesNotKnowIsNotFound() {
        found(okJson(RedteagoPapers.refused("310272", "orderNo doesn`t exist.")));

        assertThat(find()).isEqualTo(new FindAnswer.NotFound("310272 orderNo doesn`t exist."));
    }

    @Test
    void anOrderWhoseEsimsWereCancelledIsForAPerson() {
        found(okJson(RedteagoPapers.page(1, RedteagoPapers.esim(1, "B1", "CANCEL", "LPA:1$rsp.example.com$MADEUP"))));

        assertThat(find()).isEqualTo(new FindAnswer.NotFound("1 of 1 eSIMs were cancelled at the supplier"));
    }

    @ParameterizedTest
    @CsvSource({"500, application/json", "200, text/html", "429, application/json", "302, application/json"})
    void anAnswerThatSaysNothingIsAskedForAgain(int status, String type) {
        found(aResponse().withStatus(status).withHeader("Content-Type", type).withBody("{}"));

        assertThat(find()).isInstanceOf(FindAnswer.NoAnswer.class);
    }

    private static SupplierListing list() {
        return suppliers.ask("list-redteago", WINDOW, SupplierListing.class);
    }

    private static FindAnswer find() {
        return suppliers.ask("find-redteago", RedteagoPapers.ORDER_NO, FindAnswer.class);
    }

    private static void found(ResponseDefinitionBuilder answer) {
        suppliers
                .server()
                .stubFor(post(urlPathEqualTo(QUERY))
                        .withRequestBody(equalToJson("{\"orderNo\":\"" + RedteagoPapers.ORDER_NO
                                + "\",\"pager\":{\"pageNum\":1,\"pageSize\":500}}"))
                        .willReturn(answer));
    }

    private static void page(int number, String body) {
        suppliers
                .server()
                .stubFor(post(urlPathEqualTo(QUERY))
                        .withRequestBody(equalToJson("{\"startTime\":\"2026-11-20T10:00:00+0000\","
                                + "\"endTime\":\"2026-11-20T11:00:01+0000\",\"pager\":{\"pageNum\":" + number
                                + ",\"pageSize\":500}}"))
                        .willReturn(okJson(body).withHeader("Date", "Fri, 20 Nov 2026 11:02:03 GMT")));
    }
}
