package bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The runs side by side, as Markdown. */
final class Table {

    private final List<Run> runs;

    Table(List<Run> runs) {
        this.runs = runs;
    }

    void print() {
        row("", Run::name);
        row("---", run -> "---:");
        row("orders sent / mailed", run -> run.figures().sent() + " / " + run.figures().mailed());
        row("acknowledged webhooks a second", run -> decimal(run.figures().acknowledgedPerSecond()));
        row("**orders a second, webhook to mail**", run -> "**" + decimal(run.figures().mailedPerSecond()) + "**");
        row("acknowledged after, ms: p50 / p95 / p99 / max", run -> run.figures().acknowledged().toString());
        row("mailed after, ms: p50 / p95 / p99 / max", run -> run.figures().toMail().toString());
        row("CPU an order, ms: hub", run -> millis(run, run.usage().hub()));
        row("CPU an order, ms: database", run -> millis(run, run.usage().database()));
        row("CPU an order, ms: sandbox", run -> millis(run, run.usage().sandbox()));
        row("CPU an order, ms: load and mail sink", run -> millis(run, run.usage().load()));
        row("commits an order", run -> hundredths(run.per(run.counters().commits())));
        row("of these with writes", run -> hundredths(run.per(run.counters().writing())));
        row("WAL an order, KiB", run -> decimal(run.per(run.counters().walBytes() / 1024.0)));
        row("WAL syncs an order", run -> hundredths(run.per(run.counters().walSyncs())));
    }

    private void row(String name, Function<Run, String> value) {
        System.out.println(runs.stream().map(value).collect(Collectors.joining(" | ", "| " + name + " | ", " |")));
    }

    private static String millis(Run run, double seconds) {
        return hundredths(run.per(seconds * 1000));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
