package miniredis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a benchmark: {@code bench.csv}, {@code bench.md}, and a chart for each suite. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Writes them into the folder, over older ones. */
    public static void write(Results results, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(folder.resolve("bench.csv"), Csv.of(results));
        Files.writeString(folder.resolve("bench.md"), Markdown.of(results));
        for (var suite : results.suites()) {
            Files.writeString(folder.resolve("images").resolve(chart(suite)), Chart.of(results, suite));
        }
    }

    static String chart(Suite suite) {
        return "benchmark-%s.svg".formatted(suite.title());
    }
}
