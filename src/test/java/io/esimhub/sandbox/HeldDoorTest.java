package io.esimhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SandboxExtension.class)
class HeldDoorTest {

    private final RunningSandbox sandbox;
    private final EsimGoBuyer buyer;
    private final String bundle = "esim_" + UUID.randomUUID();

    HeldDoorTest(RunningSandbox sandbox) {
        this.sandbox = sandbox;
        this.buyer = new EsimGoBuyer(sandbox);
    }

    @ParameterizedTest
    @CsvSource({"before-buy, 0", "after-buy, 1"})
    void the_next_buyer_and_no_other_waits_until_the_door_is_opened(String point, int boughtMeanwhile)
            throws IOException {
        hold(point);
        assertThat(isWaiting()).isFalse();
        CompletableFuture<HttpResponse<String>> order = order();
        await().atMost(Duration.ofSeconds(10)).until(this::isWaiting);

        assertThat(buyer.booked(bundle)).hasSize(boughtMeanwhile);
        assertThat(order).isNotDone();
        assertThat(buyer.buy("another-" + bundle, 1).statusCode()).isEqualTo(200);

        sandbox.delete("/sandbox/hold");
        assertThat(order.join().statusCode()).isEqualTo(200);
        assertThat(buyer.booked(bundle)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"before-buy, 0", "after-buy, 1"})
    void a_buyer_that_is_sent_away_gets_no_answer(String point, int bought) throws IOException {
        hold(point);
        CompletableFuture<HttpResponse<String>> order = order();
        await().atMost(Duration.ofSeconds(10)).until(this::isWaiting);

        sandbox.delete("/sandbox/hold?drop=true");

        assertThatThrownBy(order::join).hasRootCauseInstanceOf(IOException.class);
        assertThat(buyer.booked(bundle)).hasSize(bought);
    }

    @Test
    void the_door_of_one_supplier_does_not_hold_buyers_of_another() throws IOException {
        hold("before-buy");

        assertThat(new RedteagoBuyer(sandbox)
                        .order(bundle, "ZZ_1_7", 1)
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(isWaiting()).isFalse();
    }

    private void hold(String point) throws IOException {
        sandbox.post("/sandbox/hold", "{\"supplier\":\"esim-go\",\"point\":\"%s\"}".formatted(point));
    }

    private boolean isWaiting() throws IOException {
        return sandbox.json("/sandbox/hold").path("waiting").asBoolean();
    }

    private CompletableFuture<HttpResponse<String>> order() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return buyer.buy(bundle, 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
