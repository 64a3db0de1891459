package io.esimhub.crash;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The packaged hub with its own durable PostgreSQL. It may be killed and started again; its folder and port stay. */
final class Hub implements AutoCloseable {

    static final String SHOP = "crash-test.myshopify.com";
    static final String SECRET = "crash-test-secret";

    private final Path folder;
    private final List<String> arguments;
    private final String url;
    private volatile JarProcess process;

    /** @param more settings, over those of the harness */
    Hub(Path folder, int port, String sandbox, int mailPort, String... more) {
        this.folder = folder;
        this.url = "http://localhost:" + port;
        this.arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--hub.data-dir=" + folder.resolve("data"),
                "--hub.channels.shopify.sample-order=false",
                "--hub.channels.shopify.shops.main.domain=" + SHOP,
                "--hub.channels.shopify.shops.main.webhook-secrets=" + SECRET,
                // the harness's own shop is told nothing; the channels that keep books of their own are in the sandbox
                "--hub.channels.shopify.shops.main.admin-url=",
                "--hub.channels.shopify.shops.market.domain=esim-hub-local.myshopify.com",
                "--hub.channels.shopify.shops.market.webhook-secrets=local-webhook-secret",
                "--hub.channels.shopify.shops.market.admin-url=" + sandbox + "/shopify",
                "--hub.channels.shopify.shops.market.admin-token=local-admin-token",
                "--hub.channels.shopify.read-timeout=2s",
                "--hub.channels.amazon.endpoint=" + sandbox + "/amazon",
                "--hub.channels.amazon.lwa-url=" + sandbox + "/amazon/auth/o2/token",
                "--hub.channels.amazon.read-timeout=2s",
                "--hub.channels.amazon.poll-every=20s",
                "--hub.channels.ebay.api-url=" + sandbox + "/ebay",
                "--hub.channels.ebay.read-timeout=2s",
                "--hub.channels.ebay.poll-every=5s",
                "--hub.orders.confirm-within=10s",
                "--hub.catalog.sample=",
                "--hub.suppliers.esim-go.base-url=" + sandbox + "/esim-go/v2.4",
                "--hub.suppliers.esim-go.connect-timeout=1s",
                "--hub.suppliers.esim-go.read-timeout=2s",
                "--hub.suppliers.esim-go.absence-proof=2s",
                "--hub.suppliers.redteago.base-url=" + sandbox + "/redteago",
                "--hub.suppliers.redteago.connect-timeout=1s",
                "--hub.suppliers.redteago.read-timeout=2s",
                "--hub.suppliers.redteago.absence-proof=2s",
                "--hub.suppliers.airalo.base-url=" + sandbox + "/airalo/v2",
                "--hub.suppliers.airalo.connect-timeout=1s",
                "--hub.suppliers.airalo.read-timeout=2s",
                "--hub.suppliers.airalo.absence-proof=2s",
                // shorter than a supplier's worst answer: the scheduler and an immediate run may meet on one order
                "--hub.work.safety-net=3s",
                "--hub.work.poll-interval=500ms",
                "--hub.orders.sweep-every=2s",
                "--hub.mail.host=localhost",
                "--hub.mail.port=" + mailPort,
                // a mail stays in a dead hub's hands for a connect and six read time-outs
                "--hub.mail.connect-timeout=1s",
                "--hub.mail.read-timeout=2s",
                "--hub.mail.outbox="));
        for (String setting : more) {
            arguments.removeIf(argument -> argument.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            arguments.add(setting);
        }
    }

    String url() {
        return url;
    }

    /** @param once arguments of this start alone */
    void start(String... once) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(once));
        process = JarProcess.start(folder, "hub", "512m", all);
        process.awaitAnswer(url + "/actuator/health/readiness");
    }

    /** {@code kill -9} of the hub alone; returns at once. */
    void kill() {
        process.kill();
    }

    void awaitEnd() {
        process.awaitEnd();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    OrphanedDatabase database() {
        return OrphanedDatabase.in(folder.resolve("data"));
    }

    /** What the hub answers its operators. */
    String ops(String method, String path, String body) {
        return Http.demand(Http.json(url + path, method, body)
                .header("Authorization", login())
                .build());
    }

    /** The database's files, as a backup of its disk holds them. Only while it does not run. */
    Path databaseFiles() {
        return folder.resolve("data/postgres");
    }

    Books books() {
        return Books.on(database().port());
    }

    void importCatalog(String catalog) {
        Http.demand(Http.json(url + "/api/v1/ops/catalog", "PUT", catalog)
                .header("Authorization", login())
                .build());
    }

    /** Puts eSIMs on our own shelf: each one's matching id is {@code SHELF-} and its ICCID. */
    void fillTheShelf(String sku, long firstIccid, int count) {
        StringBuilder csv = new StringBuilder("iccid,smdp_address,matching_id,cost,currency\n");
        for (long iccid = firstIccid; iccid < firstIccid + count; iccid++) {
            csv.append(iccid + ",rsp.stock.example.com," + Books.SHELF + iccid + ",1.10,USD\n");
        }
        Http.demand(Http.request(url + "/api/v1/ops/stock/import?kind=esim&sku=" + sku)
                .header("Content-Type", "text/csv")
                .header("Authorization", login())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(csv.toString()))
                .build());
    }

    /** Presses replay on a case. */
    void replay(long caseId) {
        Http.demand(Http.json(url + "/api/v1/ops/cases/" + caseId + "/replay", "POST", "")
                .header("Authorization", login())
                .build());
    }

    private static String login() {
        return "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.stop();
        }
        if (Files.exists(folder.resolve("data/postgres/postmaster.pid"))) {
            database().kill();
        }
    }
}
