package miniredis.spec.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

/** What Linux says in {@code /proc} of processes. Where there is none, everything is NaN: nobody knows. */
public final class ProcessTimes {
    private static final Path ROOT = Path.of("/proc");
    /** The unit of times in {@code /proc/PID/stat}, USER_HZ, is a hundredth of a second on every Linux of today. */
    private static final double TICKS_PER_SECOND = 100;

    private ProcessTimes() {}

    /** Processor time used so far by these processes and all their threads, user and system. */
    public static double seconds(Set<Long> processes) {
        return sum(processes, id -> ticks("" + id, 14)) / TICKS_PER_SECOND;
    }

    /** Processor time used by the children of this process that have ended. */
    public static double secondsOfChildren() {
        return ticks("self", 16) / TICKS_PER_SECOND;
    }

    /** Processor time used so far by this process, without its children. */
    public static double secondsOfThisProcess() {
        return ticks("self", 14) / TICKS_PER_SECOND;
    }

    /** Processor time that all processors together were not idle; time that a host gave to others counts as well. */
    public static double secondsOfMachine() {
        try {
            // cpu user nice system idle iowait irq softirq steal guest guest_nice
            var first = Files.readAllLines(ROOT.resolve("stat"), StandardCharsets.ISO_8859_1)
                    .get(0)
                    .split(" +");
            double busy = 0;
            for (int field = 1; field <= 8; field++) {
                busy += field == 4 || field == 5 ? 0 : Double.parseDouble(first[field]);
            }
            return busy / TICKS_PER_SECOND;
        } catch (IOException noSuchSystem) {
            return Double.NaN;
        }
    }

    /** Resident memory of these processes together. */
    public static double residentBytes(Set<Long> processes) {
        return sum(processes, id -> kilobytes(id, "VmRSS:") * 1024);
    }

    public static double openFiles(Set<Long> processes) {
        return sum(processes, id -> {
            try (var files = Files.list(ROOT.resolve(id + "/fd"))) {
                return files.count();
            } catch (IOException | UncheckedIOException gone) {
                return Double.NaN;
            }
        });
    }

    private static double sum(Set<Long> processes, LongToDoubleFunction of) {
        return processes.isEmpty()
                ? Double.NaN
                : processes.stream()
                        .flatMapToLong(LongStream::of)
                        .mapToDouble(of)
                        .sum();
    }

    /** Two neighbouring fields, user and system time, counted from 1 as the manual does. */
    private static double ticks(String process, int field) {
        try {
            var stat = Files.readString(ROOT.resolve(process + "/stat"), StandardCharsets.ISO_8859_1);
            // The second field, the program's name in parentheses, may hold spaces.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Double.parseDouble(fields[field - 3]) + Double.parseDouble(fields[field - 2]);
        } catch (IOException gone) {
            return Double.NaN;
        }
    }

    private static double kilobytes(long process, String name) {
        try {
            return Files.readAllLines(ROOT.resolve(process + "/status"), StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException gone) {
            return Double.NaN;
        }
    }
}
