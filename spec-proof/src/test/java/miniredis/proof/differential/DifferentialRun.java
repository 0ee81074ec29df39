package miniredis.proof.differential;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import miniredis.spec.wire.ByteText;

/** Plays a stream to all servers at the same time, and compares what they send with what the first one, real Redis, sends. */
final class DifferentialRun {
    private static final int SHORT_SILENCE = 15;
    private static final int LONG_SILENCE = 400;
    private static final int CONFIRMATIONS = 2;
    private static final int PLAYS_WITH_A_TEXT_OF_THEIR_OWN = 36 * 36 * 36 * 36;

    private final List<DifferentialServer> contestants;
    private final ExecutorService threads;
    private final AtomicInteger plays = new AtomicInteger();

    DifferentialRun(List<DifferentialServer> contestants, ExecutorService threads) {
        this.contestants = contestants;
        this.threads = threads;
    }

    /**
     * What they disagree on, in words; empty if all send the same. A busy machine can make a server look silent, so a
     * disagreement counts only if it shows again and again, with longer timeouts.
     */
    Optional<String> disagreement(ByteStream stream) throws InterruptedException, IOException {
        var found = differences(stream, SHORT_SILENCE);
        for (int i = 0; i < CONFIRMATIONS && found.isPresent(); i++) {
            found = differences(stream, LONG_SILENCE);
        }
        return found;
    }

    int plays() {
        return plays.get();
    }

    private Optional<String> differences(ByteStream stream, int silence) throws InterruptedException, IOException {
        var packets = stream.packetsOf(plays.getAndIncrement() % PLAYS_WITH_A_TEXT_OF_THEIR_OWN);
        var running = new ArrayList<Future<Transcript>>();
        for (var contestant : contestants) {
            Callable<Transcript> play = () -> contestant.play(packets, silence);
            running.add(threads.submit(play));
        }
        var transcripts = new ArrayList<Transcript>();
        for (var each : running) {
            transcripts.add(result(each));
        }
        var reference = transcripts.get(0);
        if (transcripts.stream().allMatch(reference::equalsBytesAndEnd)) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (int i = 0; i < transcripts.size(); i++) {
            var transcript = transcripts.get(i);
            text.append("  %-14s%s%n"
                    .formatted(contestants.get(i).name(), transcript.inWords(i == 0 ? transcripts.get(1) : reference)));
        }
        return Optional.of(text.toString());
    }

    private static Transcript result(Future<Transcript> play) throws InterruptedException, IOException {
        try {
            return play.get();
        } catch (ExecutionException failed) {
            throw new IOException("a server no longer takes connections", failed.getCause());
        }
    }

    /** The stream as a command line that sends it: {@code printf '...' | nc -q1 127.0.0.1 PORT}. */
    static String asShell(ByteStream stream) {
        var text = new StringBuilder("printf '");
        var bytes = stream.bytes();
        if (bytes.length > 4000) {
            return "(%,d bytes, too many for a command line) %s".formatted(bytes.length, ByteText.excerpt(bytes, 400));
        }
        for (byte b : bytes) {
            switch (b) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\\' -> text.append("\\\\");
                case '%' -> text.append("%%");
                default ->
                    text.append(
                            b >= ' ' && b < 0x7f && b != '\'' ? Character.toString(b) : "\\%03o".formatted(b & 0xff));
            }
        }
        return text.append("' | nc -q1 127.0.0.1 PORT").toString();
    }
}
