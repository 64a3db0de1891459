package io.esimhub.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;

/** The suppliers, as a process of its own that outlives the hub. */
final class Sandbox implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final JarProcess process;
    private final String base;

    private Sandbox(JarProcess process, String base) {
        this.process = process;
        this.base = base;
    }

    /** @param hub where the channels tell of their orders */
    static Sandbox start(Path folder, String hub) {
        int port = JarProcess.freePort();
        JarProcess process = JarProcess.start(
                folder,
                "sandbox",
                "192m",
                List.of(
                        "--spring.profiles.active=sandbox",
                        "--server.port=" + port,
                        "--hub.sandbox.ledger-dir=" + folder.resolve("ledger"),
                        "--hub.sandbox.webhooks=" + hub + "/webhooks",
                        "--hub.sandbox.shopify.bucket=1000000",
                        "--hub.sandbox.price-list="));
        Sandbox sandbox = new Sandbox(process, "http://localhost:" + port + "/sandbox");
        process.awaitAnswer(sandbox.base + "/ledger/summary");
        return sandbox;
    }

    String base() {
        return base;
    }

    void misbehave(String faults) {
        Http.demand(Http.json(base + "/faults", "POST", faults).build());
    }

    void behave() {
        Http.demand(Http.request(base + "/faults").DELETE().build());
    }

    /** The next buyer is stopped {@code before-buy}, or {@code after-buy}: sold, but not answered. */
    void shutDoor(String supplier, String point) {
        String wish = "{\"supplier\": \"%s\", \"point\": \"%s\"}".formatted(supplier, point);
        Http.demand(Http.json(base + "/hold", "POST", wish).build());
    }

    boolean somebodyWaitsAtTheDoor() {
        return read(Http.demand(Http.request(base + "/hold").GET().build()), HoldState.class)
                .waiting();
    }

    /** @param drop the buyer goes away without buying, if it had not bought yet */
    void openDoor(boolean drop) {
        Http.demand(Http.request(base + "/hold?drop=" + drop).DELETE().build());
    }

    List<Sold> ledger() {
        return List.of(read(Http.demand(Http.request(base + "/ledger").GET().build()), Sold[].class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the sandbox answered " + text, e);
        }
    }

    @Override
    public void close() {
        process.kill();
    }

    private record HoldState(boolean waiting) {}
}
