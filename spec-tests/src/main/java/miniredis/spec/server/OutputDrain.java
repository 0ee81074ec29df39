package miniredis.spec.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import miniredis.spec.i18n.Message;

/**
 * Takes what the server prints, so that it never waits for a reader, and keeps it in a file: the first megabyte as it is,
 * and the last few thousand bytes of whatever comes after.
 */
final class OutputDrain {
    private static final int KEPT_FROM_THE_START = 1024 * 1024;
    private static final int KEPT_FROM_THE_END = 64 * 1024;
    private static final int LINES_SHOWN = 8;
    private static final int LONGEST_LINE_SHOWN = 200;

    private final InputStream in;
    private final Path file;
    private final Thread thread;
    private final byte[] tail = new byte[KEPT_FROM_THE_END];
    private long count;

    private OutputDrain(InputStream in, Path file) {
        this.in = in;
        this.file = file;
        this.thread = new Thread(this::drain, "output of " + file.getFileName());
        thread.setDaemon(true);
    }

    static OutputDrain of(InputStream in, Path file) {
        var drain = new OutputDrain(in, file);
        drain.thread.start();
        return drain;
    }

    private void drain() {
        try (var out = file()) {
            var buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                keep(buffer, n, out);
            }
            if (count > KEPT_FROM_THE_START) {
                out.write("\n... %,d bytes in all; the last lines:\n"
                        .formatted(count)
                        .getBytes(StandardCharsets.UTF_8));
                out.write(lastBytes());
            }
        } catch (IOException processGone) {
            // What it printed until then is in the file.
        }
    }

    /** A file that can't be written must not keep the server waiting for a reader. */
    private OutputStream file() {
        try {
            return Files.newOutputStream(file);
        } catch (IOException noFile) {
            return OutputStream.nullOutputStream();
        }
    }

    private synchronized void keep(byte[] bytes, int n, OutputStream out) {
        int first = (int) Math.max(0, Math.min(n, KEPT_FROM_THE_START - count));
        try {
            out.write(bytes, 0, first);
        } catch (IOException diskFull) {
            // The last lines are kept here all the same.
        }
        for (int i = Math.max(0, n - tail.length); i < n; i++) {
            tail[(int) ((count + i) % tail.length)] = bytes[i];
        }
        count += n;
    }

    private synchronized byte[] lastBytes() {
        int kept = (int) Math.min(count, tail.length);
        var bytes = new byte[kept];
        for (int i = 0; i < kept; i++) {
            bytes[i] = tail[(int) ((count - kept + i) % tail.length)];
        }
        return bytes;
    }

    /** How many bytes have been printed. */
    synchronized long count() {
        return count;
    }

    /** What was printed after the first {@code mark} bytes, as far as it is kept. */
    synchronized String since(long mark) {
        var kept = lastBytes();
        int from = (int) Math.max(0, kept.length - (count - mark));
        return readable(new String(kept, from, kept.length - from, StandardCharsets.UTF_8));
    }

    /** Waits a moment for the last words of a process that has ended. */
    void awaitEnd() {
        try {
            thread.join(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines printed, each shortened to what fits a terminal. */
    String lastLines() {
        var lines = readable(new String(lastBytes(), StandardCharsets.UTF_8))
                .strip()
                .split("\\R");
        return String.join(
                "\n",
                Arrays.stream(lines)
                        .skip(Math.max(0, lines.length - LINES_SHOWN))
                        .map(line ->
                                line.length() > LONGEST_LINE_SHOWN ? line.substring(0, LONGEST_LINE_SHOWN) + "…" : line)
                        .toList());
    }

    /** Without colours and the like: what a server prints must not control the reader's terminal. */
    private static String readable(String output) {
        return output.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "").replaceAll("[\\p{Cntrl}&&[^\r\n\t]]", "?");
    }

    /** The last lines as part of a sentence. */
    Message quoted() {
        var lines = lastLines();
        return lines.isEmpty()
                ? Message.of("start.printed-nothing")
                : Message.of("start.last-lines", lines.indent(4).stripTrailing());
    }
}
