package io.esimhub.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.esimhub.reconciliation.listing.ListAnswer;
import io.esimhub.reconciliation.listing.ListQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls a question to a shop's list becomes, and what their answers mean. */
class ShopifyListingTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aShortWindowIsReadInPagesSortedByTheTimeItIsOf() {
        ShopifyListing listing = listing(Duration.ofHours(2), Optional.empty());

        AdminCall call = listing.next();
        listing.heard(json("{'orders':{'nodes':[],'pageInfo':{'hasNextPage':true,'endCursor':'c1'}}}"));

        assertThat(call.document()).isEqualTo("orders");
        assertThat(call.variables().get("query").toString())
                .isEqualTo("updated_at:>='2026-07-01T10:00:00Z' AND updated_at:<='2026-07-01T12:00:00Z'");
        assertThat(call.variables().get("sortKey")).isEqualTo("UPDATED_AT");
        assertThat(listing.isMore()).isFalse();
        assertThat(listing.answer()).isEqualTo(new ListAnswer.Page(List.of(), List.of(), List.of(), Optional.of("c1")));
    }

    @Test
    void olderOrdersThanTheTokenMaySeeAreNeverCalledMissing() {
        ShopifyListing listing = listing(Duration.ofDays(61), Optional.empty());

        assertThat(listing.next().document()).isEqualTo("access-scopes");
        listing.heard(json("{'currentAppInstallation':{'accessScopes':[{'handle':'read_orders'}]}}"));

        assertThat(listing.answer()).isInstanceOfSatisfying(ListAnswer.NotVisible.class, hidden -> {
            assertThat(hidden.reason()).isEqualTo("NO_READ_ALL_ORDERS");
            assertThat(listing(Duration.between(hidden.visibleFrom(), NOW), Optional.empty())
                            .next()
                            .document())
                    .as("what it would see it is not refused")
                    .isEqualTo("orders-count");
        });
    }

    @Test
    void aTokenThatMaySeeAllIsAskedHowManyOrdersALongGapHolds() {
        ShopifyListing listing = listing(Duration.ofDays(61), Optional.empty());
        listing.next();
        listing.heard(json("{'currentAppInstallation':{'accessScopes':[{'handle':'read_all_orders'}]}}"));

        assertThat(listing.next().document()).isEqualTo("orders-count");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 2000})
    void aGapWithFewOrdersIsReadInPages(int orders) {
        assertThat(afterCount(orders).next().document()).isEqualTo("orders");
    }

    @Test
    void aGapWithManyOrdersIsOneFileAndOneWithTooManyForThisProcessIsPages() {
        assertThat(afterCount(2001).next().document()).isEqualTo("bulk-operation-run-query");
        assertThat(afterCount(20_001).next().document()).isEqualTo("orders");
    }

    @Test
    void theFileIsWaitedForUnderItsOwnName() {
        ShopifyListing listing = afterCount(5000);
        listing.next();
        listing.heard(json(
                "{'bulkOperationRunQuery':{'bulkOperation':{'id':'gid://shopify/BulkOperation/7'},'userErrors':[]}}"));
        ListAnswer.Later later = (ListAnswer.Later) listing.answer();

        ShopifyListing again = listing(Duration.ofDays(3), Optional.of(later.next()));

        assertThat(later.at()).isAfter(NOW);
        assertThat(again.next().variables().get("id")).isEqualTo("gid://shopify/BulkOperation/7");
        again.heard(json("{'bulkOperation':{'status':'RUNNING'}}"));
        assertThat(again.answer()).isEqualTo(later);
    }

    @Test
    void aShopThatPreparesNoFileIsReadInPages() {
        ShopifyListing listing = afterCount(5000);
        listing.next();
        listing.heard(
                json("{'bulkOperationRunQuery':{'bulkOperation':null,'userErrors':[{'message':'five are running'}]}}"));

        assertThat(listing.next().document()).isEqualTo("orders");
    }

    @Test
    void aFileThatFailedOrIsEmptyIsToldApart() {
        ShopifyListing failed = listing(Duration.ofDays(3), Optional.of("bulk:gid://shopify/BulkOperation/7"));
        ShopifyListing empty = listing(Duration.ofDays(3), Optional.of("bulk:gid://shopify/BulkOperation/7"));
        ShopifyListing ready = listing(Duration.ofDays(3), Optional.of("bulk:gid://shopify/BulkOperation/7"));

        empty.heard(json("{'bulkOperation':{'status':'COMPLETED','url':null}}"));
        ready.heard(json("{'bulkOperation':{'status':'COMPLETED','url':'https://files.example.com/a.jsonl'}}"));

        assertThatThrownBy(() -> failed.heard(json("{'bulkOperation':{'status':'FAILED'}}")))
                .isInstanceOf(AdminRefused.class);
        assertThat(empty.answer()).isInstanceOf(ListAnswer.Page.class);
        assertThat(ready.isFileReady()).isTrue();
    }

    @Test
    void aFileThatEndsBeforeAllThatShopifyWroteProvesNothingAndPagesAreReadInstead() {
        ShopifyListing cut = downloaded(2);
        ShopifyListing whole = downloaded(3);

        assertThat(whole.answer()).isEqualTo(new ListAnswer.Page(List.of(), List.of(), List.of(), Optional.empty()));
        ListAnswer.Page nothing = (ListAnswer.Page) cut.answer();
        AdminCall call = listing(Duration.ofDays(3), nothing.next()).next();
        assertThat(call.document()).isEqualTo("orders");
        assertThat(call.variables().get("after")).isNull();
    }

    private static ShopifyListing downloaded(int objects) {
        ShopifyListing listing = listing(Duration.ofDays(3), Optional.of("bulk:gid://shopify/BulkOperation/7"));
        listing.heard(
                json(
                        "{'bulkOperation':{'status':'COMPLETED','objectCount':'3','url':'https://files.example.com/a.jsonl'}}"));
        listing.downloaded(new BulkFile(List.of(), objects));
        return listing;
    }

    @Test
    void aFileThatIsTooLongIsReadInPages() {
        ShopifyListing listing = listing(Duration.ofDays(3), Optional.of("bulk:gid://shopify/BulkOperation/7"));
        listing.heard(
                json(
                        "{'bulkOperation':{'status':'COMPLETED','fileSize':'40000000','url':'https://files.example.com/a.jsonl'}}"));

        assertThat(listing.isFileReady()).isFalse();
        AdminCall call = listing.next();
        assertThat(call.document()).isEqualTo("orders");
        assertThat(call.variables().get("after")).isNull();
    }

    @Test
    void aWindowIsOfWholeSecondsAsShopifyCounts() {
        ShopifyListing listing = new ShopifyListing(
                new ListQuestion(
                        "a.myshopify.com",
                        ListQuestion.By.PLACED,
                        NOW.minusSeconds(60).plusNanos(123_456_000),
                        NOW.plusMillis(999),
                        Optional.empty()),
                2000,
                "",
                NOW);

        assertThat(listing.next().variables().get("query").toString())
                .isEqualTo("processed_at:>='2026-07-01T11:59:00Z' AND processed_at:<='2026-07-01T12:00:00Z'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'hasNextPage':true", "'hasNextPage':true,'endCursor':''", "'hasNextPage':true,'endCursor':'c1'"
            })
    void aPageThatDoesNotSayWhereTheNextOneBeginsProvesNothing(String pageInfo) {
        ShopifyListing listing = listing(Duration.ofHours(2), Optional.of("c1"));
        listing.next();

        assertThatThrownBy(() -> listing.heard(json("{'orders':{'nodes':[],'pageInfo':{" + pageInfo + "}}}")))
                .isInstanceOf(AdminRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'orders':null}", "{'orders':{'nodes':[]}}"})
    void halfAnAnswerProvesNothing(String data) {
        ShopifyListing listing = listing(Duration.ofHours(2), Optional.empty());
        listing.next();

        assertThatThrownBy(() -> listing.heard(json(data))).isInstanceOf(AdminRefused.class);
    }

    @Test
    void anOrderThatCannotBeReadDoesNotKeepTheOthersFromBeingCompared() {
        ShopifyListing listing = listing(Duration.ofHours(2), Optional.empty());
        listing.next();
        listing.heard(
                json(
                        """
                {'orders':{'pageInfo':{'hasNextPage':false},'nodes':[
                  {'id':'gid://shopify/Order/1','updatedAt':'yesterday','displayFinancialStatus':'PAID','lineItems':{'nodes':[]}},
                  {'id':'gid://shopify/Order/2','updatedAt':'2026-07-01T11:00:00Z','displayFinancialStatus':'PAID','refunds':[],
                   'lineItems':{'pageInfo':{'hasNextPage':false},'nodes':[
                     {'id':'gid://shopify/LineItem/21','sku':'ESIM-X','currentQuantity':3,'unfulfilledQuantity':1}]}}]}}"""));

        ListAnswer.Page page = (ListAnswer.Page) listing.answer();

        assertThat(page.unreadable()).containsExactly("1");
        assertThat(page.orders()).singleElement().satisfies(order -> {
            assertThat(order.externalId()).isEqualTo("2");
            assertThat(order.fulfilled()).containsEntry("21", 2);
            assertThat(new String(order.body())).isEqualTo("{\"id\":\"2\"}");
        });
    }

    private static ShopifyListing afterCount(int orders) {
        ShopifyListing listing = listing(Duration.ofDays(3), Optional.empty());
        assertThat(listing.next().document()).isEqualTo("orders-count");
        listing.heard(json("{'ordersCount':{'count':" + orders + "}}"));
        return listing;
    }

    private static ShopifyListing listing(Duration length, Optional<String> after) {
        return new ShopifyListing(
                new ListQuestion("a.myshopify.com", ListQuestion.By.CHANGED, NOW.minus(length), NOW, after),
                2000,
                "{ orders(query: \"WINDOW\", sortKey: SORT_KEY) }",
                NOW);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
