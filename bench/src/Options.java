package bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@code bench/run} hands over.
 *
 * @param seconds how long each load is measured
 * @param warmup seconds of load before that
 * @param settle idle seconds after each load, in which PostgreSQL's sessions report their counters (10 s at the latest)
 * @param rate orders a second of the open load
 * @param senders of the closed loads, each with a connection of its own
 * @param outstanding orders that may wait for their mail while the next ones are sent
 */
record Options(
        int seconds,
        int warmup,
        int settle,
        int rate,
        int senders,
        int outstanding,
        int hubPort,
        int mailPort,
        long hubPid,
        long sandboxPid,
        Path template,
        Path hubFolder) {

    static Options of(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            values.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        return new Options(
                number(values, "seconds"),
                number(values, "warmup"),
                number(values, "settle"),
                number(values, "rate"),
                number(values, "senders"),
                number(values, "outstanding"),
                number(values, "hub-port"),
                number(values, "mail-port"),
                number(values, "hub-pid"),
                number(values, "sandbox-pid"),
                Path.of(values.get("template")),
                Path.of(values.get("hub-folder")));
    }

    private static int number(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return Integer.parseInt(value);
    }
}
