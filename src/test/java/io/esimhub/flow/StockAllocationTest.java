package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.esimhub.model.Money;
import io.esimhub.suppliers.CancelAnswer;
import io.esimhub.suppliers.EsimReference;
import io.esimhub.suppliers.EsimStatus;
import io.esimhub.suppliers.FindAnswer;
import io.esimhub.suppliers.OrderWindow;
import io.esimhub.suppliers.SupplierAnswer;
import io.esimhub.suppliers.SupplierEsim;
import io.esimhub.suppliers.SupplierListing;
import io.esimhub.suppliers.SupplierOffers;
import io.esimhub.suppliers.SupplierOrderRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What lies on the shelf belongs to one order at most, whoever asks, however often, and however many at once. */
class StockAllocationTest extends RunningHub {

    private static final int THREADS = 12;

    @Autowired
    ProducerTemplate camel;

    private final Shelf shelf = new Shelf(CALLS);

    /** Orders of random sizes, each sent twice or thrice, all at once, for more than there is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noItemIsEverAllocatedTwiceAndTheSameKeyAlwaysGetsTheSameItems(long seed) throws Exception {
        Random dice = new Random(seed);
        String sku = "race-" + seed;
        int there = 20 + dice.nextInt(20);
        shelf.esims(sku, there);
        List<SupplierOrderRequest> requests = new ArrayList<>();
        for (int order = 0; order < 25; order++) {
            SupplierOrderRequest request = request("race-" + seed + "-" + order, sku, 1 + dice.nextInt(4));
            requests.addAll(Collections.nCopies(2 + dice.nextInt(2), request));
        }
        Collections.shuffle(requests, dice);

        List<SupplierAnswer> answers = atOnce(requests);

        List<String> allocated = new ArrayList<>();
        for (SupplierOrderRequest request : requests.stream().distinct().toList()) {
            List<SupplierAnswer.Completed> completed = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                if (requests.get(i).equals(request) && answers.get(i) instanceof SupplierAnswer.Completed one) {
                    completed.add(one);
                }
            }
            assertThat(completed.stream().distinct().count()).isLessThanOrEqualTo(1);
            completed.stream().limit(1).forEach(order -> {
                assertThat(order.esims()).hasSize(request.quantity());
                order.esims().forEach(esim -> allocated.add(esim.iccid().orElseThrow()));
            });
        }
        assertThat(answers).noneMatch(SupplierAnswer.Unknown.class::isInstance);
        assertThat(allocated).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(there);
        assertThat(shelf.level(sku).path("allocated").asInt()).isEqualTo(allocated.size());
        assertThat(shelf.level(sku).path("free").asInt()).isEqualTo(there - allocated.size());
    }

    @Test
    void fewerThanAskedForIsADefiniteNoAndNothingIsAllocated() {
        shelf.esims("few", 2);

        assertThat(place("few-1", "few", 3))
                .isInstanceOfSatisfying(SupplierAnswer.Rejected.class, no -> assertThat(no.refusal())
                        .isEqualTo(SupplierAnswer.Refusal.OUT_OF_STOCK));
        assertThat(place("few-2", "never-had", 1))
                .isInstanceOfSatisfying(SupplierAnswer.Rejected.class, no -> assertThat(no.refusal())
                        .isEqualTo(SupplierAnswer.Refusal.UNKNOWN_BUNDLE));

        assertThat(shelf.level("few").path("free").asInt()).isEqualTo(2);
        assertThat(place("few-1", "few", 2)).isInstanceOf(SupplierAnswer.Completed.class);
    }

    @Test
    void whatEndsFirstIsSoldFirstAndWhatHasEndedIsNotSold() {
        List<String> iccids = shelf.esims("dates", 3);
        expire(iccids.get(0), "current_date + 90");
        expire(iccids.get(1), "current_date - 1");
        expire(iccids.get(2), "current_date + 30");

        assertThat(iccids(place("dates-1", "dates", 1))).containsExactly(iccids.get(2));
        assertThat(shelf.level("dates").path("expired").asInt()).isEqualTo(1);
        assertThat(place("dates-2", "dates", 2)).isInstanceOf(SupplierAnswer.Rejected.class);
        assertThat(iccids(place("dates-3", "dates", 1))).containsExactly(iccids.get(0));
    }

    @Test
    void anOrderIsFoundByItsNumberAndByItsKey() {
        shelf.esims("found", 2);
        SupplierAnswer.Completed order = (SupplierAnswer.Completed) place("found-1", "found", 2);

        assertThat(ask("find-stock", order.supplierOrder(), FindAnswer.class))
                .isEqualTo(new FindAnswer.Allocated(order.esims()));
        assertThat(ask("find-stock", "ST-0", FindAnswer.class)).isInstanceOf(FindAnswer.NotFound.class);
        SupplierListing byKey = ask(
                "list-stock",
                new OrderWindow(Instant.EPOCH, Instant.EPOCH, Optional.of("found-1")),
                SupplierListing.class);
        assertThat(byKey.orders()).singleElement().satisfies(listed -> {
            assertThat(listed.reference()).isEqualTo(order.supplierOrder());
            assertThat(listed.esims()).isEqualTo(order.esims());
        });
        SupplierListing ofToday = ask(
                "list-stock",
                new OrderWindow(listedAt(byKey).minusSeconds(1), listedAt(byKey).plusSeconds(1)),
                SupplierListing.class);
        assertThat(ofToday.orders())
                .extracting(listed -> listed.key().orElseThrow())
                .contains("found-1");
    }

    @Test
    void aCodeThatNeverLeftTheHouseIsSoldAgainAndOneThatDidIsNot() {
        shelf.esims("back", 2);
        SupplierEsim unsent = esims(place("back-1", "back", 1)).get(0);
        SupplierEsim mailed = esims(place("back-2", "back", 1)).get(0);

        assertThat(cancel(unsent, false)).isEqualTo(new CancelAnswer.Cancelled());
        assertThat(cancel(unsent, false)).isEqualTo(new CancelAnswer.Cancelled());
        assertThat(cancel(mailed, true)).isInstanceOf(CancelAnswer.Refused.class);

        assertThat(shelf.state(unsent.iccid().orElseThrow())).isEqualTo("FREE");
        assertThat(shelf.state(mailed.iccid().orElseThrow())).isEqualTo("WITHDRAWN");
        SupplierEsim again = esims(place("back-3", "back", 1)).get(0);
        assertThat(again.iccid()).isEqualTo(unsent.iccid());
        assertThat(again.supplierEsimId()).isNotEqualTo(unsent.supplierEsimId());
        // the first owner's word no longer counts
        assertThat(cancel(unsent, false)).isEqualTo(new CancelAnswer.Cancelled());
        assertThat(shelf.state(again.iccid().orElseThrow())).isEqualTo("ALLOCATED");
        assertThat(status(unsent).stage()).isEqualTo(EsimStatus.Stage.CANCELLED);
        assertThat(status(again).stage()).isEqualTo(EsimStatus.Stage.NEW);
        // its customer still has it: nobody may take it for given back
        assertThat(status(mailed).stage()).isEqualTo(EsimStatus.Stage.NEW);
        // an order that was given back is not sold once more under its old key
        assertThat(place("back-1", "back", 1)).isInstanceOf(SupplierAnswer.Unknown.class);
    }

    @Test
    void whatStockNeverAllocatedCannotBeGivenBack() {
        assertThat(ask(
                        "cancel-stock",
                        new EsimReference("ST-1", "x", "999999999", Optional.empty()),
                        CancelAnswer.class))
                .isInstanceOf(CancelAnswer.Refused.class);
        assertThat(ask(
                        "cancel-stock",
                        new EsimReference("ST-1", "x", "no number", Optional.empty()),
                        CancelAnswer.class))
                .isInstanceOf(CancelAnswer.Refused.class);
    }

    @Test
    void theCatalogSaysWhatThereIsAndWhatItCost() {
        shelf.esims("offered", 1);

        SupplierOffers offers = ask("catalog-stock", null, SupplierOffers.class);

        assertThat(offers.offers())
                .filteredOn(offer -> offer.supplierSku().equals("offered"))
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.available()).isTrue();
                    assertThat(offer.cost()).isEqualTo(Money.of("1.10", "USD"));
                });
    }

    private List<SupplierAnswer> atOnce(List<SupplierOrderRequest> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<SupplierAnswer>> calls = requests.stream()
                    .<Callable<SupplierAnswer>>map(request -> () -> ask("place-stock", request, SupplierAnswer.class))
                    .toList();
            List<SupplierAnswer> answers = new ArrayList<>();
            for (Future<SupplierAnswer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private SupplierAnswer place(String key, String sku, int quantity) {
        return ask("place-stock", request(key, sku, quantity), SupplierAnswer.class);
    }

    private CancelAnswer cancel(SupplierEsim esim, boolean handedOver) {
        return ask(
                "cancel-stock",
                new EsimReference("", "", esim.supplierEsimId(), esim.iccid(), handedOver),
                CancelAnswer.class);
    }

    private EsimStatus status(SupplierEsim esim) {
        return ask("status-stock", new EsimReference("", "", esim.supplierEsimId(), esim.iccid()), EsimStatus.class);
    }

    private <T> T ask(String route, Object body, Class<T> answer) {
        return camel.requestBody("direct:" + route, body, answer);
    }

    private static SupplierOrderRequest request(String key, String sku, int quantity) {
        return new SupplierOrderRequest(key, sku, quantity, Money.of("1.10", "USD"));
    }

    private static List<SupplierEsim> esims(SupplierAnswer answer) {
        return ((SupplierAnswer.Completed) answer).esims();
    }

    private static List<String> iccids(SupplierAnswer answer) {
        return esims(answer).stream().map(esim -> esim.iccid().orElseThrow()).toList();
    }

    private static Instant listedAt(SupplierListing listing) {
        return listing.orders().get(0).createdAt();
    }

    private void expire(String iccid, String day) {
        jdbc.sql("update stock.items set expires_on = " + day + " where iccid = ?")
                .param(iccid)
                .update();
    }
}
