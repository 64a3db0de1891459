package io.esimhub.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The database is lost with orders under way, and an older copy of it is put in its place. */
@Tag("crash")
class RestoredDatabaseTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatWasBoughtSinceTheBackupIsFoundAgainAndNothingIsBoughtBeforeAPersonSaysSo(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        try (Stage stage = new Stage(
                folder,
                new Random(7),
                "--hub.reconciliation.settle=3s",
                "--hub.fulfillment.claims-within=25s",
                "--hub.channels.amazon.client-id=")) {
            Path backup = folder.resolve("backup");
            ShopOrder inFlight = sellUntilTheDoor(stage, "shopify", "ESIM-CRASH-GB");
            killWithDatabase(stage);
            copy(stage.hub.databaseFiles(), backup);
            stage.sandbox.openDoor(true);
            stage.hub.start();
            List<ShopOrder> orders = new ArrayList<>(List.of(inFlight));
            for (String sku : List.of(
                    "ESIM-CRASH-GB",
                    "ESIM-CRASH-GB",
                    "ESIM-CRASH-FR",
                    "ESIM-CRASH-IT",
                    "ESIM-CRASH-PT",
                    "ESIM-CRASH-GR")) {
                orders.add(stage.markets.sell("shopify", Map.of(sku, 1)));
            }
            orders.add(stage.markets.sell("ebay", Map.of("ESIM-CRASH-ES", 2)));
            orders.forEach(order -> awaitDelivery(stage, order));
            orders.add(sellUntilTheDoor(stage, "shopify", "ESIM-CRASH-JP"));
            killWithDatabase(stage);
            stage.sandbox.openDoor(true);
            Set<String> bought = references(stage);
            assertThat(bought).hasSize(9);

            delete(stage.hub.databaseFiles());
            copy(backup, stage.hub.databaseFiles());
            stage.hub.start("--recover");
            ShopOrder late = stage.markets.sell("shopify", Map.of("ESIM-CRASH-US", 1));

            assertThatThrownBy(() -> release(stage)).hasMessageContaining("recovery-unfinished");
            adoptWhatTheMailsProve(stage, orders, bought);
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                            recovery(stage).path("stage").asText())
                    .as(() -> recovery(stage).toString())
                    .isEqualTo("READY"));
            assertThat(references(stage))
                    .as("nothing is bought before it is released")
                    .isEqualTo(bought);
            assertThat(stage.hub.books().isDelivered(late)).isFalse();
            assertThat(ownedReferences(stage)).as("each has one owner").containsExactlyInAnyOrderElementsOf(bought);

            release(stage);

            awaitDelivery(stage, late);
            assertThat(references(stage)).hasSize(bought.size() + 1).containsAll(bought);
            assertThat(ownedReferences(stage)).containsExactlyInAnyOrderElementsOf(references(stage));
            releaseHeld(stage);
            orders.forEach(order -> awaitDelivery(stage, order));
            orders.forEach(order -> assertThat(codesMailedTo(stage, order))
                    .as("whoever got a code gets no other one")
                    .hasSize(order.owed()));
        }
    }

    /** eSIM Go keeps no word of ours: which of its orders is whose, the mails of the lost time say. */
    private static void adoptWhatTheMailsProve(Stage stage, List<ShopOrder> orders, Set<String> bought) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            decideWhatWaits(stage, orders);
            assertThat(ownedReferences(stage))
                    .as(() -> recovery(stage).toString())
                    .containsAll(bought);
        });
    }

    private static void decideWhatWaits(Stage stage, List<ShopOrder> orders) {
        Books books = stage.hub.books();
        List<Long> undecided = books.openCases().stream()
                .filter(each -> each.kind().equals("unknown-purchase"))
                .map(Books.OpenCase::id)
                .toList();
        if (undecided.isEmpty()) {
            return;
        }
        for (Books.Purchase purchase : books.purchases()) {
            if (purchase.is("UNKNOWN") && purchase.supplier().equals("esim-go")) {
                orders.stream()
                        .filter(order -> order.externalId().equals(purchase.orderId()))
                        .findFirst()
                        .flatMap(order -> supplierOrderOf(stage, order))
                        .ifPresent(reference -> stage.hub.ops(
                                "POST",
                                "/api/v1/ops/purchases/" + purchase.id() + "/decide",
                                "{\"decision\": \"adopt\", \"supplierOrder\": \"" + reference
                                        + "\", \"reason\": \"its code is in the customer's mail\"}"));
            }
        }
    }

    /** By the mail that the customer got; who got none yet has the one that nobody else has. */
    private static Optional<String> supplierOrderOf(Stage stage, ShopOrder order) {
        Set<String> codes = codesMailedTo(stage, order);
        Set<String> mailed = stage.mail.accepted().stream()
                .flatMap(mail -> mail.codes().stream())
                .collect(Collectors.toSet());
        return stage.sandbox.ledger().stream()
                .filter(sold -> sold.supplier().equals("esim-go"))
                .filter(sold -> order.quantities().containsKey(Assortment.skuOf(sold.bundle())))
                .filter(sold -> sold.esims().stream()
                        .map(Sold.SoldEsim::matchingId)
                        .anyMatch(code -> codes.isEmpty() ? !mailed.contains(code) : codes.contains(code)))
                .map(Sold::reference)
                .findFirst();
    }

    private static Set<String> codesMailedTo(Stage stage, ShopOrder order) {
        return stage.mail.accepted().stream()
                .filter(mail -> mail.recipient().equals(order.email()))
                .flatMap(mail -> mail.codes().stream())
                .collect(Collectors.toSet());
    }

    /** Their channel shows them as sent, so they wait for a person, who mails them once more. */
    private static void releaseHeld(Stage stage) {
        for (JsonNode order : read(stage.hub.ops("GET", "/api/v1/ops/orders?state=NEEDS_ATTENTION&limit=200", ""))
                .path("orders")) {
            stage.hub.ops(
                    "POST",
                    "/api/v1/ops/orders/" + order.path("number").asText() + "/release",
                    "{\"reason\": \"the same code may be mailed again\"}");
        }
    }

    private static ShopOrder sellUntilTheDoor(Stage stage, String channel, String sku) {
        stage.shutDoor("after-buy");
        ShopOrder order = stage.markets.sell(channel, Map.of(sku, 1));
        stage.awaitSomebodyAtTheDoor();
        return order;
    }

    private static void killWithDatabase(Stage stage) {
        OrphanedDatabase database = stage.hub.database();
        stage.hub.kill();
        stage.hub.awaitEnd();
        database.kill();
        database.awaitEnd();
    }

    private static JsonNode recovery(Stage stage) {
        return read(stage.hub.ops("GET", "/api/v1/ops/recovery", ""));
    }

    private static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release(Stage stage) {
        stage.hub.ops("POST", "/api/v1/ops/recovery/release", "{\"reason\": \"everything has its owner\"}");
    }

    private static Set<String> references(Stage stage) {
        return stage.sandbox.ledger().stream().map(Sold::name).collect(Collectors.toSet());
    }

    private static List<String> ownedReferences(Stage stage) {
        return stage.hub.books().purchases().stream()
                .filter(purchase -> purchase.is("COMPLETED"))
                .map(Books.Purchase::name)
                .toList();
    }

    private static void awaitDelivery(Stage stage, ShopOrder order) {
        Books books = stage.hub.books();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(
                        books.isDelivered(order))
                .as(() -> books.story(order.externalId()))
                .isTrue());
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path there = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                    Files.setPosixFilePermissions(there, Files.getPosixFilePermissions(each));
                } else {
                    Files.copy(each, there);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
