package bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** Warms the hub up, loads it in three ways, and prints what came of it. Ends with 1 if an order or a mail is missing. */
public final class Bench {

    private final Options options;
    private final Orders orders;
    private final Database database;
    private final List<Run> runs = new ArrayList<>();

    private Bench(Options options, Orders orders, Database database) {
        this.options = options;
        this.orders = orders;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("ports")) {
            printFreePorts(Integer.parseInt(arguments[1]));
            return;
        }
        Options options = Options.of(arguments);
        Orders orders = new Orders(options.template());
        boolean complete;
        try (MailSink sink = new MailSink(options.mailPort(), orders, options.hubFolder().resolveSibling("first-mail.eml"));
                Database database = Database.of(options.hubFolder())) {
            sink.open();
            Bench bench = new Bench(options, orders, database);
            bench.measure();
            complete = bench.report();
        }
        System.exit(complete ? 0 : 1);
    }

    private void measure() throws Exception {
        int senders = options.senders();
        say("warm-up, " + options.warmup() + " s");
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(options.warmup());
        new Load(orders, options.hubPort()).run(senders, begin, end, Paces.untilMailed(end));
        settle();
        measure(senders + " senders, next when mailed", senders, from -> Paces.untilMailed(until(from)));
        measure(
                senders + " senders, next when acknowledged, at most " + options.outstanding() + " under way",
                senders,
                from -> Paces.untilAcknowledged(until(from), options.outstanding()));
        measure(
                options.rate() + " a second",
                Math.max(64, options.rate()),
                from -> Paces.atRate(from, until(from), options.rate()));
    }

    private void measure(String name, int senders, LongFunction<Pace> pace) throws Exception {
        say(name + ", " + options.seconds() + " s");
        Database.Counters counted = database.counters();
        Usage used = Usage.now(options, database);
        long begin = System.nanoTime();
        Figures figures =
                new Load(orders, options.hubPort()).run(senders, begin, until(begin), pace.apply(begin));
        Usage usage = Usage.now(options, database).since(used);
        settle();
        runs.add(new Run(name, figures, usage, database.counters().since(counted)));
    }

    private boolean report() throws Exception {
        new Table(runs).print();
        System.out.println();
        System.out.println("- PostgreSQL " + database.version() + "; at the end: " + database.leftBehind());
        System.out.println("- hub's memory: " + Memory.resident(options.hubPid(), "VmRSS") + " MiB resident, at most "
                + Memory.resident(options.hubPid(), "VmHWM") + " MiB; heap after a full collection "
                + Memory.heapAfterCollection(options.hubPid()) + " MiB");
        runs.stream()
                .filter(run -> !run.figures().refusals().isEmpty())
                .forEach(run -> System.out.println(
                        "- REFUSED in \"" + run.name() + "\": " + run.figures().refusals()));
        orders.oddities().stream().limit(10).forEach(oddity -> System.out.println("- ODD: " + oddity));
        return orders.oddities().isEmpty()
                && runs.stream()
                        .map(Run::figures)
                        .allMatch(figures -> figures.sent() > 0 && figures.sent() == figures.mailed());
    }

    private long until(long begin) {
        return begin + TimeUnit.SECONDS.toNanos(options.seconds());
    }

    private void settle() throws InterruptedException {
        TimeUnit.SECONDS.sleep(options.settle());
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    /** Held all at once, so that they differ. */
    private static void printFreePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            held.add(new ServerSocket(0));
        }
        for (ServerSocket port : held) {
            System.out.print(port.getLocalPort() + " ");
            port.close();
        }
        System.out.println();
    }
}
