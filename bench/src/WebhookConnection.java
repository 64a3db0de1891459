package bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * HTTP/1.1 over one connection that stays open, one request at a time. By hand, because a client library would take more of
 * the two cores than the hub's own side of the same request.
 */
final class WebhookConnection implements AutoCloseable {

    private final int port;
    private Socket socket;
    private InputStream in;

    WebhookConnection(int port) {
        this.port = port;
    }

    /** @return the status; the answer has been read to its end */
    int post(Order order) throws IOException {
        connect();
        ByteArrayOutputStream request = new ByteArrayOutputStream(order.body.length + 512);
        request.writeBytes(head(order).getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(order.body);
        request.writeTo(socket.getOutputStream());
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase();
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        skip(length);
        while (chunked) {
            int size = Integer.parseInt(line().split(";")[0].strip(), 16);
            skip(size);
            line();
            chunked = size > 0;
        }
        if (last) {
            close();
        }
        return status;
    }

    private void connect() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream(), 2048);
        }
    }

    private static String head(Order order) {
        return "POST /webhooks/shopify/orders/paid HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept: */*\r\nUser-Agent: Shopify-Captain-Hook\r\nX-Shopify-Topic: orders/paid\r\n"
                + "X-Shopify-Shop-Domain: " + Orders.SHOP + "\r\nX-Shopify-API-Version: 2026-07\r\n"
                + "X-Shopify-Webhook-Id: " + UUID.nameUUIDFromBytes(("w" + order.id).getBytes(StandardCharsets.US_ASCII))
                + "\r\nX-Shopify-Event-Id: "
                + UUID.nameUUIDFromBytes(("e" + order.id).getBytes(StandardCharsets.US_ASCII))
                + "\r\nX-Shopify-Hmac-Sha256: " + order.signature + "\r\nContent-Length: " + order.body.length
                + "\r\n\r\n";
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the hub closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void skip(int bytes) throws IOException {
        if (in.readNBytes(bytes).length < bytes) {
            throw new EOFException("the hub closed the connection");
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // nothing is lost with it
        }
        socket = null;
    }
}
