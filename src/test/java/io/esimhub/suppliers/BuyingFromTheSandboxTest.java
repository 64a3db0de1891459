package io.esimhub.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.esimhub.EsimHub;
import io.esimhub.model.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The adapters and the copy of the vendors' APIs that every new checkout buys from understand each other. */
class BuyingFromTheSandboxTest {

    @TempDir
    private static Path ledger;

    private static ConfigurableApplicationContext sandbox;
    private static SuppliersUnderTest suppliers;

    @BeforeAll
    static void start() {
        sandbox = new SpringApplicationBuilder(EsimHub.class)
                .profiles("sandbox")
                .run("--server.port=0", "--hub.sandbox.ledger-dir=" + ledger);
        String address = "http://localhost:" + sandbox.getEnvironment().getRequiredProperty("local.server.port");
        suppliers = new SuppliersUnderTest(
                "hub.suppliers.esim-go.base-url=" + address + "/sandbox/esim-go/v2.4",
                "hub.suppliers.esim-go.api-key=sandbox-key",
                "hub.suppliers.redteago.base-url=" + address + "/sandbox/redteago",
                "hub.suppliers.redteago.access-code=sandbox",
                "hub.suppliers.redteago.secret-key=sandbox-secret");
    }

    @AfterAll
    static void stop() {
        suppliers.close();
        sandbox.close();
    }

    @Test
    void anOrderAtEsimGoIsFoundByReferenceAndInTheList() {
        SupplierAnswer.Completed bought = (SupplierAnswer.Completed) suppliers.place("esim-go", "esim_1GB_7D_GB_V2", 2);

        FindAnswer found = suppliers.ask("find-esim-go", bought.supplierOrder(), FindAnswer.class);
        SupplierListing listing = suppliers.ask("list-esim-go", lately(), SupplierListing.class);

        assertThat(found).isEqualTo(new FindAnswer.Allocated(bought.esims()));
        assertThat(listing.supplierClock()).isPresent();
        assertThat(listing.orders())
                .filteredOn(order -> order.reference().equals(bought.supplierOrder()))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.supplierSku()).isEqualTo("esim_1GB_7D_GB_V2");
                    assertThat(order.quantity()).isEqualTo(2);
                    assertThat(order.total()).isPresent();
                    assertThat(order.esims()).isEqualTo(bought.esims());
                });
    }

    @Test
    void anOrderAtRedteagoIsAllocatedLaterAndListedUnderOurKey() {
        String key = UUID.randomUUID().toString();
        SupplierAnswer.Accepted accepted = (SupplierAnswer.Accepted) order(key);

        assertThat(order(key)).as("the same order once more").isEqualTo(accepted);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        suppliers.ask("find-redteago", accepted.supplierOrder(), FindAnswer.class))
                .isInstanceOfSatisfying(FindAnswer.Allocated.class, allocated -> assertThat(allocated.esims())
                        .hasSize(2)));
        assertThat(suppliers
                        .ask("list-redteago", lately(), SupplierListing.class)
                        .orders())
                .filteredOn(order -> order.key().filter(key::equals).isPresent())
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.reference()).isEqualTo(accepted.supplierOrder());
                    assertThat(order.quantity()).isEqualTo(2);
                });
    }

    private static SupplierAnswer order(String key) {
        Money unguarded = Money.of("1.80", "EUR");
        return suppliers.ask(
                "place-redteago", new SupplierOrderRequest(key, "GB_1_7", 2, unguarded), SupplierAnswer.class);
    }

    private static OrderWindow lately() {
        return new OrderWindow(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
    }
}
