package io.esimhub.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OldWorkTest extends RunningHub {

    @Autowired
    ProducerTemplate camel;

    @AfterEach
    void takeTheItemAway() {
        jdbc.sql("delete from operations.work where task_instance = 'left-over'")
                .update();
    }

    @Test
    void anItemThatNobodyTakesRaisesAnAlarmThatEndsWithIt() {
        jdbc.sql(
                        """
                        insert into operations.work (task_name, task_instance, task_data, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        values ('of-another-version', 'left-over', '{}', now() - interval '11 minutes', true, 'a silent process',
                            now() - interval '11 minutes', 1)""")
                .update();

        look();
        assertThat(alarms()).contains("left-over");

        takeTheItemAway();
        look();
        assertThat(alarms()).doesNotContain("left-over");
    }

    @Test
    void aRefusedKeyIsACaseUntilTheSupplierSellsAgain() {
        jdbc.sql(
                        """
                        insert into operations.cases (kind, reason, subject, opened_at)
                        values ('supplier-access', 'ACCESS_REFUSED', 'esim-go', now())""")
                .update();
        look();
        assertThat(CALLS.get("/api/v1/ops/cases?kind=supplier-access").path("cases"))
                .hasSize(1);
        ShopOrder order = ShopOrder.paid();
        SHOP.post("orders/paid", order);
        awaitState(order.id(), "DELIVERED");

        look();

        assertThat(CALLS.get("/api/v1/ops/cases?kind=supplier-access").path("cases"))
                .isEmpty();
    }

    private void look() {
        camel.requestBody("sql:classpath:sql/operations/old-work-open.sql", (Object) null);
        camel.requestBody("sql:classpath:sql/operations/old-work-close.sql", (Object) null);
        camel.requestBody("sql:classpath:sql/operations/supplier-access-close.sql", (Object) null);
    }

    private List<String> alarms() {
        return CALLS.get("/api/v1/ops/cases?kind=old-work").findValuesAsText("subject");
    }
}
