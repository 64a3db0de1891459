package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PermitTest extends RunningHub {

    @AfterEach
    void theDatabaseIsWholeAgain() {
        jdbc.sql("drop trigger if exists stumble on operations.timeline").update();
    }

    @Test
    void aTransactionThatFailsAfterThePermitWasTakenGivesThePermitBackAndBuysNothing() {
        CALLS.ops("PUT", "/api/v1/ops/catalog", Catalogs.product("ESIM-STUMBLE", "esim-go", "esim_STUMBLE_V2", "1.80"));
        Waiting.until(this::free, free -> free == all());
        jdbc.sql(
                        """
                        create or replace function stumble() returns trigger language plpgsql as
                        $$ begin raise exception 'stumbled'; end $$""")
                .update();
        jdbc.sql(
                        """
                        create trigger stumble before insert on operations.timeline for each row
                        when (new.event = 'purchase dispatched') execute function stumble()""")
                .update();
        double failed = failedRuns();
        ShopOrder order = ShopOrder.paid("ESIM-STUMBLE", 1);

        SHOP.post("orders/paid", order);

        Waiting.until(this::failedRuns, runs -> runs > failed);
        assertThat(SANDBOX.purchases("esim-go", "esim_STUMBLE_V2")).isEmpty();
        Waiting.until(this::free, free -> free == all());
        theDatabaseIsWholeAgain();
        awaitState(order.id(), "DELIVERED");
        assertThat(SANDBOX.purchases("esim-go", "esim_STUMBLE_V2")).hasSize(1);
    }

    private double free() {
        return meters.get("hub.supplier.permits.free")
                .tag("supplier", "esim-go")
                .gauge()
                .value();
    }

    private double all() {
        return 24;
    }
}
