import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A temporary folder with processes of the hub's jar in it. At the end of this process they are ended, and the folder is removed. */
final class Stage {

    static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final String OPS = "Basic " + Base64.getEncoder().encodeToString("ops:ops".getBytes());

    private final Path jar;
    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    /** @param project where {@code target/esim-hub.jar} is */
    Stage(Path project) throws IOException {
        this.jar = project.resolve("target/esim-hub.jar");
        this.folder = Files.createTempDirectory("esim-hub-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    Path folder() {
        return folder;
    }

    /** A hub with a database of its own, no sample order and no mail files. @return its address */
    String hub(String... settings) throws Exception {
        int port = port();
        List<String> all = new ArrayList<>(List.of("--server.port=" + port, "--hub.data-dir=" + folder.resolve("data"),
                "--hub.channels.shopify.sample-order=false", "--hub.mail.outbox="));
        all.addAll(List.of(settings));
        start("hub", all);
        String hub = "http://localhost:" + port;
        await(hub + "/actuator/health/readiness");
        return hub;
    }

    void start(String name, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseParallelGC", "-jar",
                jar.toString()));
        command.addAll(settings);
        started.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    /** Until the address answers. */
    void await(String url) throws Exception {
        while (true) {
            try {
                call("GET", url, null);
                return;
            } catch (IOException | IllegalStateException notYet) {
                if (started.stream().anyMatch(process -> !process.isAlive())) {
                    throw new IllegalStateException("a process ended while it started", notYet);
                }
                Thread.sleep(200);
            }
        }
    }

    static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As an operator. @throws IllegalStateException for anything but a success */
    static String call(String method, String url, String body) throws Exception {
        return call(OPS, method, url, body);
    }

    static String call(String authorization, String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(url + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** As a chatbot asks: comparing an operator's password takes longer than what is measured, on purpose. */
    static String chatbotKey(String hub) throws Exception {
        return "Bearer "
                + field(call("POST", hub + "/api/v1/ops/api-keys", "{\"name\": \"bench\", \"scopes\": [\"chatbot\"]}"), "key");
    }

    static String field(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return value.group(1).strip();
    }

    private void end() {
        started.forEach(Process::destroy);
        started.forEach(process -> process.onExit().join());
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException stays) {
            System.err.println(folder + " could not be removed");
        }
    }
}
