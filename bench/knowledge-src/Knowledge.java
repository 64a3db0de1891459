import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts a hub beside a folder of made-up articles among the real ones, and asks it customers' questions. */
public final class Knowledge {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String OPS = "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes());
    private static final int SECTIONS = 10;
    private static final int WORDS_OF_A_SECTION = 110;
    private static String authorization = OPS;
    private static Process hub;

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int chunks = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("esim-hub-knowledge");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
        write(root.resolve("config/knowledge/en"), folder.resolve("config/knowledge/en"), chunks);
        int port = port();
        start(folder, root.resolve("target/esim-hub.jar"), port);
        String base = "http://localhost:" + port;
        await(base + "/actuator/health/readiness");
        long before = System.nanoTime();
        awaitReading(base);
        System.out.printf("Articles written within %.0f s of the start.%n%n", (System.nanoTime() - before) / 1e9);
        List<String> questions = Files.readAllLines(root.resolve("src/test/resources/knowledge/questions.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(" | ")))
                .toList();
        // as a chatbot asks: comparing an operator's password takes longer than the search, on purpose
        Matcher key = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(call("POST", base + "/api/v1/ops/api-keys", "{\"name\": \"bench\", \"scopes\": [\"chatbot\"]}"));
        if (!key.find()) {
            throw new IllegalStateException("there is no key in the answer");
        }
        authorization = "Bearer " + key.group(1);
        ask(base, questions, 4, 1500);
        System.out.println("| clients | questions | a second | p50 ms | p95 ms | p99 ms | longest ms |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int clients : new int[] {1, 4}) {
            print(clients, ask(base, questions, clients, 2000));
        }
        System.exit(0);
    }

    private static void write(Path real, Path to, int chunks) throws IOException {
        Files.createDirectories(to);
        Random random = new Random(42);
        try (Stream<Path> articles = Files.list(real)) {
            for (Path article : articles.toList()) {
                Files.copy(article, to.resolve(article.getFileName()));
            }
        }
        List<String> vocabulary = vocabulary(to, random);
        for (int article = 0; article < chunks / SECTIONS; article++) {
            StringBuilder text = new StringBuilder("# ").append(words(vocabulary, random, 6)).append('\n');
            for (int section = 0; section < SECTIONS; section++) {
                text.append("\n## ").append(words(vocabulary, random, 4)).append("\n\n");
                for (int sentence = 0; sentence < WORDS_OF_A_SECTION / 11; sentence++) {
                    text.append(words(vocabulary, random, 11)).append(". ");
                }
                text.append('\n');
            }
            Files.writeString(to.resolve("made-up-" + article + ".md"), text);
        }
    }

    /** The words of the real articles, the commonest first as they are there, and twenty thousand rare ones. */
    private static List<String> vocabulary(Path articles, Random random) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(articles)) {
            for (Path file : files.sorted().toList()) {
                words.addAll(Arrays.asList(Files.readString(file).toLowerCase().split("[^a-z]+")));
            }
        }
        words.remove("");
        while (words.size() < 20_000) {
            StringBuilder word = new StringBuilder();
            for (int letters = 4 + random.nextInt(6); letters > 0; letters--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    /** As in any language: the n-th word comes with a probability of about one in n. */
    private static String words(List<String> vocabulary, Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < count; word++) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(vocabulary.size())) - 1;
            text.append(word == 0 ? "" : " ").append(vocabulary.get(Math.max(0, rank)));
        }
        return text.toString();
    }

    private static List<Long> ask(String base, List<String> questions, int clients, int count) throws Exception {
        var pool = Executors.newFixedThreadPool(clients);
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int from = client;
            work.add(() -> {
                List<Long> times = new ArrayList<>();
                for (int n = from; n < count; n += clients) {
                    String q = URLEncoder.encode(questions.get(n % questions.size()), StandardCharsets.UTF_8);
                    long begin = System.nanoTime();
                    call("GET", base + "/api/v1/knowledge?lang=en&q=" + q, null);
                    times.add(System.nanoTime() - begin);
                }
                return times;
            });
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> times : pool.invokeAll(work)) {
            all.addAll(times.get());
        }
        pool.shutdown();
        Collections.sort(all);
        return all;
    }

    private static void print(int clients, List<Long> times) {
        double seconds = times.stream().mapToLong(Long::longValue).sum() / 1e9 / clients;
        System.out.printf("| %d | %d | %.0f | %.1f | %.1f | %.1f | %.1f |%n", clients, times.size(), times.size() / seconds,
                at(times, 50), at(times, 95), at(times, 99), at(times, 100));
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1)) / 1e6;
    }

    private static void awaitReading(String base) throws Exception {
        Pattern written = Pattern.compile("\"articles\"\\s*:\\s*([0-9]+)");
        while (true) {
            Matcher reading = written.matcher(call("GET", base + "/api/v1/ops/knowledge/documents?limit=1", null));
            if (reading.find()) {
                System.out.println(reading.group(1) + " articles.");
                return;
            }
            Thread.sleep(500);
        }
    }

    private static String call(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2))
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
                if (!hub.isAlive()) {
                    throw new IllegalStateException("the hub ended while it started", notYet);
                }
                Thread.sleep(200);
            }
        }
    }

    private static void start(Path folder, Path jar, int port) throws IOException {
        hub = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseParallelGC",
                        "-jar", jar.toString(), "--server.port=" + port, "--hub.data-dir=" + folder.resolve("data"),
                        "--hub.channels.shopify.sample-order=false", "--hub.mail.outbox=")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("hub.log").toFile())
                .start();
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Path folder) {
        if (hub != null) {
            hub.destroy();
            hub.onExit().join();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException stays) {
            System.err.println(folder + " could not be removed");
        }
    }
}
