import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts a sandbox and a hub, fills the sandbox's shop, and compares its list with the hub's books: everything missing, then nothing. */
public final class Reconcile {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String OPS = "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes());
    private static final Instant PLACED = Instant.now().minus(Duration.ofHours(30));
    private static final List<Process> STARTED = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("esim-hub-reconcile");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
        int orders = Integer.parseInt(arguments[1]);
        int sandbox = port();
        int hub = port();
        start(folder, arguments[0], "sandbox", "--spring.profiles.active=sandbox", "--server.port=" + sandbox,
                "--hub.sandbox.ledger-dir=" + folder.resolve("ledger"), "--hub.sandbox.price-list=",
                // what a shop allows is not what is measured
                "--hub.sandbox.shopify.bucket=100000000");
        start(folder, arguments[0], "hub", "--server.port=" + hub, "--hub.data-dir=" + folder.resolve("data"),
                "--hub.channels.shopify.sample-order=false", "--hub.channels.amazon.client-id=", "--hub.channels.ebay.client-id=",
                "--hub.channels.shopify.shops.main.admin-url=http://localhost:" + sandbox + "/sandbox/shopify",
                "--hub.mail.outbox=");
        await("http://localhost:" + sandbox + "/sandbox/ledger/summary");
        await("http://localhost:" + hub + "/actuator/health/readiness");
        call("POST", "http://localhost:" + sandbox + "/sandbox/orders/many?channel=shopify&count=" + orders,
                "{\"paid\": false, \"placedAt\": \"" + PLACED + "\"}");
        String ops = "http://localhost:" + hub + "/api/v1/ops";
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
        String id = field(call("POST", ops + "/reconciliations", wish), "id");
        while (true) {
            String shown = call("GET", ops + "/reconciliations/" + id, null);
            if (field(shown, "state").equals("DONE")) {
                return shown;
            }
            Thread.sleep(200);
        }
    }

    private static void awaitRepaired(String ops) throws Exception {
        while (!call("GET", ops + "/breaks?limit=1", null).contains("\"breaks\" : []")) {
            Thread.sleep(1000);
        }
    }

    private static void print(String what, String run) {
        System.out.printf("| %s | %s | %s | %.1f |%n", what, field(run, "compared"), field(run, "found"),
                Double.parseDouble(field(run, "seconds")));
    }

    private static String field(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return value.group(1).strip();
    }

    private static String call(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", OPS)
                .header("Content-Type", "application/json")
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(url + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static void await(String url) throws Exception {
        while (true) {
            try {
                call("GET", url, null);
                return;
            } catch (IOException | IllegalStateException notYet) {
                if (STARTED.stream().anyMatch(process -> !process.isAlive())) {
                    throw new IllegalStateException("a process ended while it started", notYet);
                }
                Thread.sleep(200);
            }
        }
    }

    private static void start(Path folder, String jar, String name, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseParallelGC", "-jar", jar));
        command.addAll(List.of(settings));
        STARTED.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Path folder) {
        STARTED.forEach(Process::destroy);
        STARTED.forEach(process -> process.onExit().join());
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException stays) {
            System.err.println(folder + " could not be removed");
        }
    }
}
