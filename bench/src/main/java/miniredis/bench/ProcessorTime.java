package miniredis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Processor time, user and system, in seconds, as the kernel counts it; see proc_pid_stat(5). NaN where that is not known. */
final class ProcessorTime {
    /** The unit, USER_HZ, is a hundredth of a second on every Linux of today. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int FIRST_FIELD_BEHIND_THE_NAME = 3;
    private static final int OWN_TIMES = 14;
    private static final int TIMES_OF_CHILDREN = 16;

    private ProcessorTime() {}

    /** What a process and all its threads have used so far. */
    static double of(long pid) {
        return seconds(Long.toString(pid), OWN_TIMES);
    }

    /** The same of this process, without its children. */
    static double ofThisProcess() {
        return seconds("self", OWN_TIMES);
    }

    /** The same of the children of this process that have ended. */
    static double ofChildren() {
        return seconds("self", TIMES_OF_CHILDREN);
    }

    /** For how long all processors together were not idle; time that a host gave to others counts as well. */
    static double ofMachine() {
        // cpu user nice system idle iowait irq softirq steal guest guest_nice
        var times = ticks(text("stat").lines().findFirst().orElse("").replaceFirst("^cpu +", ""));
        return times.length < 8
                ? Double.NaN
                : (times[0] + times[1] + times[2] + times[5] + times[6] + times[7]) / TICKS_PER_SECOND;
    }

    /** @param field the first of two neighbours, user and system time; counted from 1, as the manual does */
    private static double seconds(String process, int field) {
        var stat = text(process + "/stat");
        // The second field, the program's name in parentheses, may hold spaces.
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        int at = field - FIRST_FIELD_BEHIND_THE_NAME;
        return fields.length < at + 2
                ? Double.NaN
                : DoubleStream.of(ticks(fields[at] + " " + fields[at + 1])).sum() / TICKS_PER_SECOND;
    }

    private static double[] ticks(String numbers) {
        return numbers.isEmpty()
                ? new double[0]
                : Stream.of(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("/proc", file), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }
}
