package io.esimhub.suppliers.stock;

import io.esimhub.operations.cases.CaseReport;
import io.esimhub.operations.cases.Cases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.stereotype.Component;

/** Raises an alarm before a SKU is sold out, ends it when there is enough again, and shows {@code hub.stock.free} by SKU. */
@Component("stockAlarm")
class StockAlarm {

    static final String CASE = "low-stock";

    private final StockLevels levels;
    private final Cases cases;
    private final MultiGauge free;

    StockAlarm(StockLevels levels, Cases cases, MeterRegistry meters) {
        this.levels = levels;
        this.cases = cases;
        this.free = MultiGauge.builder("hub.stock.free")
                .description("items of a SKU that can be sold")
                .register(meters);
    }

    public void look() {
        List<StockLevel> all = levels.all();
        free.register(
                all.stream()
                        .map(level -> MultiGauge.Row.of(Tags.of("sku", level.sku()), level.free()))
                        .toList(),
                true);
        all.forEach(this::judge);
    }

    private void judge(StockLevel level) {
        if (level.low()) {
            cases.open(CaseReport.of(CASE, "LOW_STOCK", level.sku())
                    .failed(0, level.free() + " are free; the alarm's mark is " + level.lowMark()));
        } else {
            cases.close(CASE, level.sku(), "stock-alarm", level.free() + " are free again");
        }
    }
}
