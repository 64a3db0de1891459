package io.esimhub.suppliers.esimgo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.esimhub.model.Money;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOrder;
import io.esimhub.suppliers.SuppliersUnderTest;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EsimGoBooksTest {

    private static final OrderWindow WINDOW =
            new OrderWindow(Instant.parse("2026-11-20T10:00:00Z"), Instant.parse("2026-11-20T11:00:00.5Z"));

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
    void everyPageOfTheWindowIsRead() {
        page(1, okJson(orders(1, 100)).withHeader("Date", "Fri, 20 Nov 2026 11:02:03 GMT"));
        page(2, okJson("{\"orders\":" + orders(101, 200) + "}"));
        page(3, okJson(orders(201, 207)));
        page(4, okJson("[]").withHeader("Date", "Fri, 20 Nov 2026 11:02:04 GMT"));

        SupplierListing listing = list();

        assertThat(listing.orders()).hasSize(207);
        assertThat(listing.supplierClock()).contains(Instant.parse("2026-11-20T11:02:04Z"));
        assertThat(suppliers.arrivals()).allSatisfy(request -> {
            assertThat(request.queryParameter("includeIccids").values()).containsExactly("true");
            assertThat(request.queryParameter("createdAt").values())
                    .containsExactly("gte:2026-11-20T10:00:00.000Z", "lte:2026-11-20T11:00:00.500Z");
        });
    }

    @Test
    void aVendorThatShowsFewerOrdersAPageThanAskedForIsReadToTheEnd() {
        page(1, okJson(orders(1, 25)));
        page(2, okJson(orders(26, 50)));
        page(3, okJson("[]"));

        assertThat(list().orders()).hasSize(50);
    }

    @Test
    void ordersPushedOntoTheNextPageWhileReadingCountOnce() {
        page(1, okJson(orders(1, 100)));
        page(2, okJson(orders(98, 130)));
        page(3, okJson("[]"));

        assertThat(list().orders())
                .extracting(SupplierOrder::reference)
                .hasSize(130)
                .doesNotHaveDuplicates();
    }

    @Test
    void fullPagesThatRepeatProveNothing() {
        suppliers.server().stubFor(get(anyUrl()).willReturn(okJson(orders(1, 100))));

        assertThatThrownBy(EsimGoBooksTest::list).isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void anOrderIsReadInEverySpelling() {
        page(
                1,
                okJson(
                        """
                [{"Order":[{"item":"a_bundle","quantity":"2"}],"total":"3.60","currency":"USD",
                  "orderReference":4711,"createDate":"2026-11-20T10:30:45.123456789Z"},
                 {"order":[{"item":"a_bundle","quantity":1},{"item":"another","quantity":3}],"total":9.9,
                  "currency":"USD","orderReference":"mixed","createdDate":"2026-11-20T12:30:45+02:00"},
                 {"order":[],"orderReference":"bare","createDate":"2026-11-20 10:30:45"}]"""));
        page(2, okJson("[]"));

        SupplierListing listing = list();

        assertThat(listing.orders()).extracting(SupplierOrder::supplierSku).containsExactly("a_bundle", "", "");
        assertThat(listing.orders()).extracting(SupplierOrder::quantity).containsExactly(2, 4, 0);
        assertThat(listing.orders().get(0).reference()).isEqualTo("4711");
        assertThat(listing.orders().get(0).total()).contains(Money.of("3.60", "USD"));
        assertThat(listing.orders())
                .extracting(SupplierOrder::createdAt)
                .containsExactly(
                        Instant.parse("2026-11-20T10:30:45.123456789Z"),
                        Instant.parse("2026-11-20T10:30:45Z"),
                        Instant.parse("2026-11-20T10:30:45Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, application/json, '{\"message\":\"error\"}'",
        "429, application/json, '{\"message\":\"Rate limit exceeded\"}'",
        "200, text/html, <html>",
        "200, application/json, '{\"bundles\":[]}'",
        "200, application/json, '[{\"order\":[],\"createDate\":\"2026-11-20T10:30:45Z\"}]'",
        "200, application/json, '[{\"order\":[],\"orderReference\":\"r\",\"createDate\":\"yesterday\"}]'",
        "302, application/json, '[]'"
    })
    void halfAListProvesNothing(int status, String type, String body) {
        suppliers
                .server()
                .stubFor(get(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(status)
                                .withHeader("Content-Type", type)
                                .withBody(body)));

        assertThatThrownBy(EsimGoBooksTest::list).isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void anOrderThatShowsItsEsimsIsAllocated() {
        order(okJson(EsimGoPapers.order(2, 2)));

        assertThat(find()).isInstanceOfSatisfying(FindAnswer.Allocated.class, allocated -> assertThat(allocated.esims())
                .hasSize(2));
        assertThat(suppliers.arrivals()).hasSize(1);
    }

    @Test
    void esimsThatTheOrderDoesNotShowAreAskedForAsAssignments() {
        order(okJson(EsimGoPapers.order(2, 0)));
        assignments(okJson("[" + EsimGoPapers.esim(1) + "," + EsimGoPapers.esim(2) + "]"));

        assertThat(find()).isInstanceOfSatisfying(FindAnswer.Allocated.class, allocated -> assertThat(allocated.esims())
                .hasSize(2));
    }

    @Test
    void oneAssignmentMayComeWithoutAList() {
        order(okJson(EsimGoPapers.order(1, 0)));
        assignments(okJson(EsimGoPapers.esim(1)));

        assertThat(find()).isInstanceOf(FindAnswer.Allocated.class);
    }

    @Test
    void assignmentsStillUnderWayAreWaitedFor() {
        order(okJson(EsimGoPapers.order(2, 0)));
        assignments(aResponse().withStatus(503).withHeader("Retry-After", "2"));

        assertThat(find()).isEqualTo(new FindAnswer.Allocating(0, 2));
    }

    @Test
    void anOrderThatEsimGoDoesNotKnowIsNotFound() {
        order(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"message\":\"No order found with this reference\"}"));

        assertThat(find()).isEqualTo(new FindAnswer.NotFound("No order found with this reference"));
    }

    @ParameterizedTest
    @CsvSource({"500, application/json", "429, application/json", "404, text/html", "200, text/csv", "400, text/plain"})
    void anAnswerThatSaysNothingIsAskedForAgain(int status, String type) {
        order(aResponse().withStatus(status).withHeader("Content-Type", type).withBody("<html>"));

        assertThat(find()).isInstanceOf(FindAnswer.NoAnswer.class);
    }

    @Test
    void aReferenceIsNeverMoreThanOnePartOfThePath() {
        suppliers.server().stubFor(get(anyUrl()).willReturn(okJson(EsimGoPapers.order(1, 1))));

        suppliers.ask("find-esim-go", "../catalogue?x=1 2", FindAnswer.class);

        assertThat(suppliers.arrivals()).singleElement().satisfies(request -> assertThat(request.getUrl())
                .isEqualTo("/v2.4/orders/..%2Fcatalogue%3Fx%3D1%202"));
    }

    private static SupplierListing list() {
        return suppliers.ask("list-esim-go", WINDOW, SupplierListing.class);
    }

    private static FindAnswer find() {
        return suppliers.ask("find-esim-go", EsimGoPapers.REFERENCE, FindAnswer.class);
    }

    private static void order(ResponseDefinitionBuilder answer) {
        suppliers
                .server()
                .stubFor(get(urlPathEqualTo("/v2.4/orders/" + EsimGoPapers.REFERENCE))
                        .willReturn(answer));
    }

    private static void assignments(ResponseDefinitionBuilder answer) {
        suppliers
                .server()
                .stubFor(get(urlPathEqualTo("/v2.4/esims/assignments"))
                        .withQueryParam("reference", equalTo(EsimGoPapers.REFERENCE))
                        .withHeader("Accept", equalTo("application/json"))
                        .willReturn(answer));
    }

    private static void page(int number, ResponseDefinitionBuilder answer) {
        suppliers
                .server()
                .stubFor(get(urlPathEqualTo("/v2.4/orders"))
                        .withQueryParam("page", equalTo(Integer.toString(number)))
                        .willReturn(answer));
    }

    private static String orders(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> EsimGoPapers.order("createDate", "reference-" + n, "a_bundle", 1, EsimGoPapers.esims(1)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
