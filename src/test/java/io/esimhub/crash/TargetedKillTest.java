package io.esimhub.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One order, one kill, at exactly one place. */
@Tag("crash")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetedKillTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Stage stage;

    @BeforeAll
    void theHubRuns(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        stage = new Stage(folder, new Random(1));
    }

    @AfterAll
    void everythingStops() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void killedAfterDispatchedBeforeTheRequest_theOrderIsBoughtOnceAfterTheSupplierHasProvedThatItWasNot() {
        List<Sold> before = stage.sandbox.ledger();
        stage.shutDoor("before-buy");
        ShopOrder order = stage.shop.sell(Map.of("ESIM-CRASH-GB", 2));
        stage.awaitSomebodyAtTheDoor();

        kill();
        assertThat(stage.look().of(Window.AFTER_DISPATCHED)).isEqualTo(1);
        stage.sandbox.openDoor(true);
        stage.hub.start();

        awaitDelivery(order);
        assertThat(stage.sandbox.ledger()).hasSize(before.size() + 1);
        assertThat(purchases(order)).containsExactly("NOT_BOUGHT", "COMPLETED");
        new Verdicts(stage).assertThatNothingIsLostOrBoughtTwice();
    }

    @Test
    void killedAfterTheSuppliersAnswerBeforeTheCommit_thePurchaseIsFoundAgainAndNotRepeated() {
        List<Sold> before = stage.sandbox.ledger();
        stage.shutDoor("after-buy");
        ShopOrder order = stage.shop.sell(Map.of("ESIM-CRASH-FR", 3));
        stage.awaitSomebodyAtTheDoor();

        kill();
        assertThat(stage.look().of(Window.AFTER_THE_SUPPLIERS_ANSWER)).isEqualTo(1);
        stage.sandbox.openDoor(true);
        stage.hub.start();

        awaitDelivery(order);
        assertThat(stage.sandbox.ledger()).hasSize(before.size() + 1);
        assertThat(purchases(order)).containsExactly("COMPLETED");
        new Verdicts(stage).assertThatNothingIsLostOrBoughtTwice();
    }

    /** Airalo would sell an order that is sent again once more: it is found by our key in its description. */
    @Test
    void killedAfterAiralosAnswerBeforeTheCommit_thePurchaseIsFoundByItsDescriptionAndNotRepeated() {
        List<Sold> before = stage.sandbox.ledger();
        stage.shutDoor("airalo", "after-buy");
        ShopOrder order = stage.shop.sell(Map.of("ESIM-CRASH-PT", 2));
        stage.awaitSomebodyAtTheDoor();

        kill();
        assertThat(stage.look().of(Window.AFTER_THE_SUPPLIERS_ANSWER)).isEqualTo(1);
        stage.sandbox.openDoor(true);
        stage.hub.start();

        awaitDelivery(order);
        assertThat(stage.sandbox.ledger()).hasSize(before.size() + 1);
        assertThat(purchases(order)).containsExactly("COMPLETED");
        new Verdicts(stage).assertThatNothingIsLostOrBoughtTwice();
    }

    @Test
    void killedBeforeAiraloBought_theOrderIsBoughtOnceAfterItsListProvesTwiceThatItWasNot() {
        List<Sold> before = stage.sandbox.ledger();
        stage.shutDoor("airalo", "before-buy");
        ShopOrder order = stage.shop.sell(Map.of("ESIM-CRASH-GR", 1));
        stage.awaitSomebodyAtTheDoor();

        kill();
        stage.sandbox.openDoor(true);
        stage.hub.start();

        awaitDelivery(order);
        assertThat(stage.sandbox.ledger()).hasSize(before.size() + 1);
        assertThat(purchases(order)).containsExactly("NOT_BOUGHT", "COMPLETED");
        new Verdicts(stage).assertThatNothingIsLostOrBoughtTwice();
    }

    /** The commit may be as fast as the kill: it is tried until the kill was faster. */
    @Test
    void killedAfterThe250BeforeTheCommit_theMailIsRepeatedUnderTheSameMessageId() {
        int inTheWindow = 0;
        for (int attempt = 0; attempt < 5 && inTheWindow == 0; attempt++) {
            stage.mail.atNextAcceptance(stage.hub::kill);
            ShopOrder order = stage.shop.sell(Map.of("ESIM-CRASH-JP", 1));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> !stage.hub.isAlive());
            inTheWindow = stage.look().of(Window.AFTER_THE_250);
            stage.hub.start();

            awaitDelivery(order);
            assertThat(mailsTo(order)).hasSize(1 + inTheWindow);
            assertThat(mailsTo(order).map(AcceptedMail::messageId).distinct()).hasSize(1);
        }
        assertThat(inTheWindow).isEqualTo(1);
        new Verdicts(stage).assertThatNothingIsLostOrBoughtTwice();
    }

    @ParameterizedTest
    @FieldSource("io.esimhub.crash.Markets#CHANNELS")
    void killedAfterTheChannelHeardOfItBeforeTheCommit_theChannelIsNotToldTwice(String channel) {
        stage.shutDoor(channel, "after-buy");
        ShopOrder order = stage.markets.sell(channel, Map.of("ESIM-CRASH-GB", 2));
        stage.awaitSomebodyAtTheDoor();

        kill();
        assertThat(stage.look().of(Window.AFTER_THE_CHANNEL_KNOWS)).isEqualTo(1);
        stage.sandbox.openDoor(true);
        stage.hub.start();

        awaitDelivery(order);
        awaitTold(order);
        new Verdicts(stage).assertThatNothingIsLostOrBoughtTwice();
    }

    private void awaitTold(ShopOrder order) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !stage.hub.books().untold().contains(order.externalId()));
    }

    private void kill() {
        stage.hub.kill();
        stage.hub.awaitEnd();
    }

    private void awaitDelivery(ShopOrder order) {
        Books books = stage.hub.books();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(
                        books.isDelivered(order))
                .as(() -> books.story(order.externalId()))
                .isTrue());
    }

    private List<String> purchases(ShopOrder order) {
        return stage.hub.books().purchasesOf(order).stream()
                .map(Books.Purchase::state)
                .toList();
    }

    private Stream<AcceptedMail> mailsTo(ShopOrder order) {
        return stage.mail.accepted().stream().filter(mail -> mail.recipient().equals(order.email()));
    }
}
