package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time that processes have used, in seconds, from {@code /proc} (Linux only; elsewhere not a number). */
final class Cpu {

    /** USER_HZ is 100 on every Linux that Java runs on. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private Cpu() {}

    static double of(long pid) {
        return ticks(pid, USER, USER + 1) / TICKS_A_SECOND;
    }

    /** With all its children, those that have ended included. */
    static double ofTree(long pid) {
        double living = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(child -> orZero(ticks(child.pid(), USER, USER + 1)))
                .sum();
        return (ticks(pid, USER, CHILDREN_SYSTEM) + living) / TICKS_A_SECOND;
    }

    private static double orZero(double ticks) {
        return Double.isNaN(ticks) ? 0 : ticks;
    }

    /** Fields as numbered from the state on, which follows the name in parentheses (proc(5)). */
    private static double ticks(long pid, int from, int to) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(fields)
                    .skip(from)
                    .limit(to - from + 1L)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException noSuchProcess) {
            return Double.NaN;
        }
    }
}
