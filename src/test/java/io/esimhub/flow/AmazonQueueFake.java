package io.esimhub.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A queue that speaks SQS's JSON protocol. What is not deleted is handed out again at once. */
final class AmazonQueueFake {

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> messages = new ConcurrentHashMap<>();
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    AmazonQueueFake() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/000000000000/order-change";
    }

    /** @return its receipt */
    String put(String body) {
        String receipt = UUID.randomUUID().toString();
        messages.put(receipt, body);
        return receipt;
    }

    boolean isDeleted(String receipt) {
        return deleted.contains(receipt);
    }

    private void serve(HttpExchange call) throws IOException {
        JsonNode request = json.readTree(call.getRequestBody().readAllBytes());
        String target = call.getRequestHeaders().getFirst("X-Amz-Target");
        Object answer = Map.of();
        if (target.endsWith("ReceiveMessage")) {
            answer = Map.of("Messages", received());
        } else if (target.endsWith("DeleteMessage")) {
            String receipt = request.path("ReceiptHandle").asText();
            messages.remove(receipt);
            deleted.add(receipt);
        }
        byte[] bytes = json.writeValueAsBytes(answer);
        call.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private List<Map<String, String>> received() {
        List<Map<String, String>> found = new ArrayList<>();
        messages.forEach((receipt, body) -> found.add(
                Map.of("MessageId", receipt, "ReceiptHandle", receipt, "Body", body, "MD5OfBody", md5(body))));
        return found;
    }

    private static String md5(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
