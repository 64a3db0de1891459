import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Starts a hub, sells 10,000 products, and asks for them at an even pace with an API key; each request is timed from when it was due. */
public final class Products {

    private static final int PRODUCTS = 10_000;
    private static final int SECONDS = 20;
    private static final String[] COUNTRIES = Locale.getISOCountries();
    private static final Random RANDOM = new Random(1);

    public static void main(String[] arguments) throws Exception {
        int rate = Integer.parseInt(arguments[1]);
        String hub = new Stage(Path.of(arguments[0])).hub();
        for (int from = 0; from < PRODUCTS; from += 500) {
            Stage.call("PUT", hub + "/api/v1/ops/catalog", catalog(from, from + 500));
        }
        String key = Stage.chatbotKey(hub);
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
        for (int warmup = 0; warmup < 3; warmup++) { // a minute: compilers, and the database's own look at the new rows
            load(key, rate, mixed);
        }
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
            asked.add(Stage.HTTP.sendAsync(request, BodyHandlers.ofByteArray())
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

}
