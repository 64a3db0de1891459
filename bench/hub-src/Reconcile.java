import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Starts a sandbox and a hub, fills the sandbox's shop, and compares its list with the hub's books: everything missing, then nothing. */
public final class Reconcile {

    private static final Instant PLACED = Instant.now().minus(Duration.ofHours(30));

    public static void main(String[] arguments) throws Exception {
        Stage stage = new Stage(Path.of(arguments[0]));
        int orders = Integer.parseInt(arguments[1]);
        int port = Stage.port();
        String sandbox = "http://localhost:" + port + "/sandbox";
        stage.start("sandbox", List.of("--spring.profiles.active=sandbox", "--server.port=" + port,
                "--hub.sandbox.ledger-dir=" + stage.folder().resolve("ledger"), "--hub.sandbox.price-list=",
                // what a shop allows is not what is measured
                "--hub.sandbox.shopify.bucket=100000000"));
        stage.await(sandbox + "/ledger/summary");
        String ops = stage.hub("--hub.channels.amazon.client-id=", "--hub.channels.ebay.client-id=",
                        "--hub.channels.shopify.shops.main.admin-url=" + sandbox + "/shopify")
                + "/api/v1/ops";
        Stage.call("POST", sandbox + "/orders/many?channel=shopify&count=" + orders,
                "{\"paid\": false, \"placedAt\": \"" + PLACED + "\"}");
        System.out.println("| comparison | orders | found | seconds |\n| --- | ---: | ---: | ---: |");
        print("everything is missing, in pages", run(ops, Duration.ofHours(12)));
        awaitRepaired(ops);
        print("nothing has changed, in pages", run(ops, Duration.ofHours(12)));
        print("nothing has changed, one file for a long gap", run(ops, Duration.ofDays(3)));
        System.exit(0);
    }

    private static String run(String ops, Duration window) throws Exception {
        String wish = "{\"kind\": \"changes\", \"party\": \"shopify\", \"from\": \"%s\", \"to\": \"%s\"}"
                .formatted(PLACED.minus(window.dividedBy(2)), PLACED.plus(window.dividedBy(2)));
        String id = Stage.field(Stage.call("POST", ops + "/reconciliations", wish), "id");
        while (true) {
            String shown = Stage.call("GET", ops + "/reconciliations/" + id, null);
            if (Stage.field(shown, "state").equals("DONE")) {
                return shown;
            }
            Thread.sleep(200);
        }
    }

    private static void awaitRepaired(String ops) throws Exception {
        while (!Stage.call("GET", ops + "/breaks?limit=1", null).contains("\"breaks\" : []")) {
            Thread.sleep(1000);
        }
    }

    private static void print(String what, String run) {
        System.out.printf("| %s | %s | %s | %.1f |%n", what, Stage.field(run, "compared"), Stage.field(run, "found"),
                Double.parseDouble(Stage.field(run, "seconds")));
    }

}
