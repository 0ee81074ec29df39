package miniredis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** When and on what something is measured: without that, numbers of two days can't be compared. */
final class Conditions {
    private Conditions() {}

    static List<String> now(Effort effort) {
        var lines = new ArrayList<String>();
        lines.add(OffsetDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")));
        lines.add("%s, %d processors, %s %s"
                .formatted(
                        field("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version")));
        lines.add("memory %s; load average before: %s"
                .formatted(field("/proc/meminfo", "MemTotal", "unknown"), firstLine("/proc/loadavg")));
        lines.add("%d rounds, %.1f s for each measurement of throughput%s"
                .formatted(
                        effort.rounds(),
                        effort.seconds(),
                        effort.fewerKeys() == 1 ? "" : ", numbers of keys divided by " + effort.fewerKeys()));
        lines.add("load from %s".formatted(version("redis-benchmark")));
        return lines;
    }

    private static String field(String file, String name, String otherwise) {
        return read(file)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }

    private static String firstLine(String file) {
        return read(file).lines().findFirst().orElse("unknown");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException noSuchSystem) {
            return "";
        }
    }

    private static String version(String program) {
        try {
            var process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor(2, TimeUnit.SECONDS);
            return printed.lines().findFirst().orElse(program);
        } catch (IOException notThere) {
            return program;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return program;
        }
    }
}
