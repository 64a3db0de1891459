import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts a hub, sells 10,000 products, and asks for them at an even pace with an API key; each request is timed from when it was due. */
public final class Products {

    private static final int PRODUCTS = 10_000;
    private static final int SECONDS = 20;
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final String OPS = "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes());
    private static final String[] COUNTRIES = Locale.getISOCountries();
    private static final List<Process> STARTED = new ArrayList<>();
    private static final Random RANDOM = new Random(1);

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("esim-hub-products");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
        int rate = Integer.parseInt(arguments[1]);
        int port = port();
        start(folder, arguments[0], "--server.port=" + port, "--hub.data-dir=" + folder.resolve("data"),
                "--hub.channels.shopify.sample-order=false", "--hub.mail.outbox=");
        String hub = "http://localhost:" + port;
        await(hub + "/actuator/health/readiness");
        for (int from = 0; from < PRODUCTS; from += 500) {
            call("PUT", hub + "/api/v1/ops/catalog", catalog(from, from + 500));
        }
        String key = "Bearer " + field(
                call("POST", hub + "/api/v1/ops/api-keys", "{\"name\": \"bench\", \"scopes\": [\"chatbot\"]}"), "key");
        String products = hub + "/api/v1/products";
        System.out.println("| look-up, " + rate + " a second | requests | failed | p50 ms | p95 ms | p99 ms | max ms |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        Supplier<String> bySku = () -> products + "/" + sku(RANDOM.nextInt(PRODUCTS));
        Supplier<String> byCountry = () -> products + "?limit=10&country=" + COUNTRIES[RANDOM.nextInt(COUNTRIES.length)] + "&dataMb=5000";
        Supplier<String> byText = () -> products + "?limit=10&text=" + name(RANDOM.nextInt(COUNTRIES.length)) + "%205gb";
        Supplier<String> mixed = () -> switch (RANDOM.nextInt(4)) {
            case 0 -> byCountry.get();
            case 1 -> byText.get();
            default -> bySku.get();
        };
        load(key, rate, mixed); // warm-up
        print("half by SKU, a quarter by country and data, a quarter by words", load(key, rate, mixed));
        print("by SKU", load(key, rate, bySku));
        print("ten by country and data", load(key, rate, byCountry));
        print("ten by words", load(key, rate, byText));
        System.exit(0);
    }

    /** @return milliseconds of each answer; negative: failed */
    private static long[] load(String key, int rate, Supplier<String> urls) {
        Queue<Long> micros = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<?>> asked = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < rate * SECONDS; i++) {
            long due = begin + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create(urls.get()))
                    .header("Authorization", key)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            asked.add(HTTP.sendAsync(request, BodyHandlers.ofByteArray())
                    .handle((HttpResponse<byte[]> answer, Throwable failure) ->
                            micros.add(failure == null && answer.statusCode() == 200 ? (System.nanoTime() - due) / 1000 : -1L)));
        }
        asked.forEach(CompletableFuture::join);
        return micros.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static void print(String what, long[] micros) {
        long failed = Arrays.stream(micros).filter(each -> each < 0).count();
        System.out.printf("| %s | %d | %d | %.1f | %.1f | %.1f | %.1f |%n", what, micros.length, failed, at(micros, 0.5),
                at(micros, 0.95), at(micros, 0.99), at(micros, 1));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length))] / 1000.0;
    }

    private static String catalog(int from, int to) {
        List<String> products = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String country = COUNTRIES[i % COUNTRIES.length];
            int gigabytes = List.of(1, 3, 5, 10, 20).get(i / COUNTRIES.length % 5);
            products.add("""
                    {"sku": "%s", "name": "%s %d GB, %d days", "kind": "esim", "countries": ["%s"], "dataMb": %d, "validityDays": %d,
                     "retailPrice": {"amount": "%d.50", "currency": "USD"}, "status": "active", "variants": [
                      {"supplier": "esim-go", "supplierSku": "esim_bench_%d", "cost": {"amount": "1.00", "currency": "USD"}, "priority": 10, "status": "active"},
                      {"supplier": "redteago", "supplierSku": "bench_%d", "cost": {"amount": "1.10", "currency": "USD"}, "priority": 20, "status": "active"}]}
                    """.formatted(sku(i), new Locale("", country).getDisplayCountry(Locale.ENGLISH).replace("\"", ""), gigabytes, 7 + i % 24,
                    country, gigabytes * 1000, 7 + i % 24, 3 + i % 40, i, i));
        }
        return "{\"products\": [" + String.join(",", products) + "]}";
    }

    private static String sku(int number) {
        return "ESIM-BENCH-%05d".formatted(number);
    }

    private static String name(int country) {
        String name = new Locale("", COUNTRIES[country]).getDisplayCountry(Locale.ENGLISH);
        return name.split("[^A-Za-z]")[0];
    }

    private static String field(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("no " + name);
        }
        return value.group(1).strip();
    }

    private static String call(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", OPS)
                .header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
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
                    throw new IllegalStateException("the hub ended while it started", notYet);
                }
                Thread.sleep(200);
            }
        }
    }

    private static void start(Path folder, String jar, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseParallelGC", "-jar", jar));
        command.addAll(List.of(settings));
        STARTED.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("hub.log").toFile())
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
