package bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes orders that differ in every id and in their buyer, signs them, and knows them again by the address of their mail. */
final class Orders {

    static final String SHOP = "esim-hub-local.myshopify.com";
    private static final String SECRET = "local-webhook-secret";
    private static final String SKU = "ESIM-GB-1GB-7D";
    private static final String[] FIRST = {"Ada", "Bram", "Chidi", "Dora", "Emeka", "Freya", "Goran", "Hana"};
    private static final String[] LAST = {"Okafor", "Lindqvist", "Moreau", "Tanaka", "Whitfield", "Novak", "Ribeiro"};

    /** Literal text and names of places, in turn. */
    private final String[] pieces;

    private final AtomicLong last = new AtomicLong(6_000_000_000_000L);
    private final Map<Long, Order> byId = new ConcurrentHashMap<>();
    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(Orders::mac);

    Orders(Path template) throws IOException {
        pieces = Files.readString(template).replaceAll("\\n\\s*", "").split("%");
    }

    Order next() {
        long id = last.incrementAndGet();
        byte[] body = body(id);
        Order order =
                new Order(id, body, Base64.getEncoder().encodeToString(macs.get().doFinal(body)));
        byId.put(id, order);
        return order;
    }

    /** Called for every mail that the sink has accepted. */
    void mailed(String recipient, long at) {
        int dash = recipient.indexOf('-');
        int end = recipient.indexOf('@');
        Order order = dash < 0 || end < dash ? null : byId.get(Long.parseLong(recipient.substring(dash + 1, end)));
        if (order == null) {
            oddities.add("a mail to an address of no order: " + recipient);
        } else if (order.mailedAt != 0) {
            oddities.add("a second mail for order " + order.id);
        } else {
            order.mailedAt = at;
            order.mailed.complete(order);
        }
    }

    /** What must not happen: mails sent twice, or to nobody. */
    Queue<String> oddities() {
        return oddities;
    }

    private byte[] body(long id) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(8192);
        for (int i = 0; i < pieces.length; i++) {
            String piece = i % 2 == 0 ? pieces[i] : value(pieces[i], id);
            body.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
        }
        return body.toByteArray();
    }

    private static String value(String name, long id) {
        long number = id - 6_000_000_000_000L;
        return switch (name) {
            case "id" -> "" + id;
            case "line" -> "" + (id * 10 + 1);
            case "checkout" -> "" + (id + 31_000_000_000_000L);
            case "customer" -> "" + (id + 2_000_000_000_000L);
            case "number" -> "" + (1000 + number);
            case "email" -> "buyer-" + id + "@example.com";
            case "first" -> FIRST[(int) (number % FIRST.length)];
            case "last" -> LAST[(int) (number % LAST.length)];
            case "sku" -> SKU;
            case "token" -> Long.toHexString(id * 0x9E3779B97F4A7C15L) + Long.toHexString(id * 0xC2B2AE3D27D4EB4FL);
            case "time" -> OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
            default -> throw new IllegalArgumentException("no value for %" + name + "%");
        };
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
