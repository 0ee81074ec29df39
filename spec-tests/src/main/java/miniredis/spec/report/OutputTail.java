package miniredis.spec.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last lines that a server printed: of a file that may be huge and need not be text. */
public final class OutputTail {
    private static final int BYTES = 2000;
    private static final int LINES = 20;

    private OutputTail() {}

    static String of(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - BYTES);
            var bytes = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
            var lines = text.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))
                    .strip();
        }
    }

    /** The last lines printed by the first server that a run has started: the one that served most scenarios. */
    public static String ofFirstServer(Path runFolder) throws IOException {
        var file = runFolder.resolve("server-output").resolve("server-1.log");
        return Files.isRegularFile(file) ? of(file) : "";
    }
}
