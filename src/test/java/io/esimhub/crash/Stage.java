package io.esimhub.crash;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The hub and its surroundings: suppliers, mail server and shop, which all outlive it. */
final class Stage implements AutoCloseable {

    private static final String SUPPLIER = "esim-go";
    private static final int ON_THE_SHELF = 1500;
    private static final Duration SOON = Duration.ofSeconds(120);

    final Sandbox sandbox;
    final MailServer mail;
    final Hub hub;
    final Shop shop;
    final Markets markets;
    private final Random random;

    /** @param more settings of the hub */
    Stage(Path folder, Random random, String... more) {
        this.random = random;
        mail = MailServer.start();
        int port = JarProcess.freePort();
        sandbox = Sandbox.start(folder, "http://localhost:" + port);
        hub = new Hub(folder, port, sandbox.base(), mail.port(), more);
        shop = new Shop(hub.url(), random);
        markets = new Markets(sandbox.base(), random);
        hub.start();
        hub.importCatalog(Assortment.catalog());
        long iccid = 8_944_600_000_000_000_000L;
        for (String sku : Assortment.onTheShelf()) {
            hub.fillTheShelf(sku, iccid, ON_THE_SHELF);
            iccid += ON_THE_SHELF;
        }
    }

    /** What was sold anywhere. */
    List<ShopOrder> sold() {
        return Stream.concat(shop.orders().stream(), markets.orders().stream()).toList();
    }

    /** Ends the hub by {@code kill -9} when the moment has come, and says where that caught the orders. */
    WindowsHit kill(Kill way) {
        switch (way) {
            case AT_ANY_MOMENT -> {
                awaitSomeAcknowledgements();
                hub.kill();
            }
            case BEFORE_THE_SUPPLIER_BUYS -> killAtTheDoor("before-buy");
            case BEFORE_THE_SUPPLIER_ANSWERS -> killAtTheDoor("after-buy");
            case BEFORE_THE_CHANNEL_ANSWERS -> {
                shutDoor(Markets.CHANNELS.get(random.nextInt(Markets.CHANNELS.size())), "after-buy");
                awaitSomebodyAtTheDoor();
                hub.kill();
            }
            case AFTER_THE_MAIL_SERVERS_250 -> mail.atNextAcceptance(hub::kill);
            case WITH_ITS_DATABASE -> {
                awaitSomeAcknowledgements();
                hub.database().kill();
                hub.kill();
            }
        }
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> !hub.isAlive());
        WindowsHit hit = way == Kill.WITH_ITS_DATABASE ? WindowsHit.none() : look();
        // a request of the dead hub that still stands at the door: sometimes it is served after all
        sandbox.openDoor(random.nextBoolean());
        return hit;
    }

    /** Where the dead hub's orders stand. Only while its database still runs. */
    WindowsHit look() {
        Books books = hub.books();
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(books::deadHubsSessionsAreOver);
        return WindowsHit.in(books, ledger(), shop.acknowledged(), mail.accepted(), markets.informed());
    }

    /** What all suppliers have sold, our own shelf included. */
    List<Sold> ledger() {
        return Stream.concat(sandbox.ledger().stream(), hub.books().shelfLedger().stream())
                .toList();
    }

    void shutDoor(String point) {
        shutDoor(SUPPLIER, point);
    }

    void shutDoor(String supplier, String point) {
        sandbox.shutDoor(supplier, point);
    }

    void awaitSomebodyAtTheDoor() {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(sandbox::somebodyWaitsAtTheDoor);
    }

    private void killAtTheDoor(String point) {
        shutDoor(point);
        awaitSomebodyAtTheDoor();
        hub.kill();
    }

    private void awaitSomeAcknowledgements() {
        int enough = shop.acknowledgements() + 3 + random.nextInt(12);
        await().atMost(SOON).pollInterval(Duration.ofMillis(2)).until(() -> shop.acknowledgements() >= enough);
    }

    @Override
    public void close() {
        markets.close();
        shop.close();
        hub.close();
        sandbox.close();
        mail.close();
    }
}
