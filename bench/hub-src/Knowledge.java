import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    private static final int SECTIONS = 10;
    private static final int WORDS_OF_A_SECTION = 110;

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int chunks = Integer.parseInt(arguments[1]);
        Stage stage = new Stage(root);
        write(root.resolve("config/knowledge/en"), stage.folder().resolve("config/knowledge/en"), chunks);
        String base = stage.hub();
        long before = System.nanoTime();
        awaitReading(base);
        System.out.printf("Articles written within %.0f s of the start.%n%n", (System.nanoTime() - before) / 1e9);
        List<String> questions = Files.readAllLines(root.resolve("src/test/resources/knowledge/questions.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(" | ")))
                .toList();
        String key = Stage.chatbotKey(base);
        ask(base, key, questions, 4, 1500);
        System.out.println("| clients | questions | a second | p50 ms | p95 ms | p99 ms | longest ms |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int clients : new int[] {1, 4}) {
            print(clients, ask(base, key, questions, clients, 2000));
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

    private static List<Long> ask(String base, String key, List<String> questions, int clients, int count) throws Exception {
        var pool = Executors.newFixedThreadPool(clients);
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int from = client;
            work.add(() -> {
                List<Long> times = new ArrayList<>();
                for (int n = from; n < count; n += clients) {
                    String q = URLEncoder.encode(questions.get(n % questions.size()), StandardCharsets.UTF_8);
                    long begin = System.nanoTime();
                    Stage.call(key, "GET", base + "/api/v1/knowledge?lang=en&q=" + q, null);
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
            Matcher reading = written.matcher(Stage.call("GET", base + "/api/v1/ops/knowledge/documents?limit=1", null));
            if (reading.find()) {
                System.out.println(reading.group(1) + " articles.");
                return;
            }
            Thread.sleep(500);
        }
    }

}
