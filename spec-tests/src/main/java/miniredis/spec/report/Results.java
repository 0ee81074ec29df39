package miniredis.spec.report;

import java.util.List;
import java.util.Map;
import miniredis.spec.verdict.Status;
import org.jspecify.annotations.Nullable;

/**
 * One server's results: all that is left of a run when it has ended. These records are the shape of results.json, and every file of a
 * report is made of them, in English. Byte strings are in {@link miniredis.spec.wire.ByteText}'s form. Only what a person is told
 * while the run's process lives, in any language, is made of {@link miniredis.spec.verdict.RunResult}.
 *
 * <p>A comparison's results.json has a list of these; that of a run has one, without the last four fields.
 *
 * @param command how the server was named on the command line
 * @param lastStep the last step that counted
 * @param remark what concerns the server as a whole, such as why it could not be started; may be empty
 * @param note what servers.yaml says about it; may be empty
 * @param started whether it could be started (or reached) at all
 * @param output the last lines that it printed; may be empty
 * @param speed what was measured; empty without {@code --bench}
 */
public record Results(
        String server,
        String command,
        int lastStep,
        boolean strict,
        String remark,
        List<Cause> causes,
        List<Scenario> scenarios,
        String note,
        Boolean started,
        String output,
        List<Speed> speed) {

    /** Reports of earlier editions have no causes, and that of a run has nothing that belongs to a comparison. */
    public Results {
        causes = causes == null ? List.of() : causes;
        note = note == null ? "" : note;
        started = started == null || started;
        output = output == null ? "" : output;
        speed = speed == null ? List.of() : speed;
    }

    /**
     * What keeps scenarios from passing; the one to fix first comes first.
     *
     * @param kind such as {@code missing-command}
     * @param first the id of the scenario that shows it best
     * @param scenarios how many wait for it
     */
    public record Cause(String title, String kind, String first, int scenarios) {}

    /**
     * One verdict. The first seven fields are a promise to scripts.
     *
     * @param level {@code plain} or {@code exact}
     * @param status {@code passed}, {@code failed}, {@code inconclusive} or {@code not-run}
     * @param message the failure as a person reads it; empty when it passed
     * @param cause the title of what keeps it from passing, as it is written or in another framing; empty when nothing does
     * @param framing {@code passed} or {@code failed} for each other framing of its requests that was tried
     * @param text the steps as the feature writes them
     * @param again the command that runs it again
     * @param evidence present when the server deviated
     */
    public record Scenario(
            String id,
            String title,
            int step,
            String level,
            String status,
            long milliseconds,
            String message,
            String cause,
            Map<String, String> framing,
            String feature,
            int line,
            String rule,
            String reference,
            String text,
            String again,
            @Nullable Evidence evidence) {
        /** Reports of earlier editions have neither causes nor framings. */
        public Scenario {
            cause = cause == null ? "" : cause;
            framing = framing == null ? Map.of() : framing;
            again = again == null ? "" : again;
        }

        public boolean is(Status wanted) {
            return status.equals(wanted.toString());
        }

        /** Whether only byte-for-byte equality with Redis needs it. */
        public boolean isExact() {
            return level.equals("exact");
        }

        /** Whether another framing of the same requests got other replies. */
        public boolean failsInAnotherFraming() {
            return framing.containsValue(Status.FAILED.toString());
        }
    }

    /**
     * What was sent, expected and received.
     *
     * @param differsAt the index of the first wrong byte of {@code received}; -1 where that can't be said
     * @param receivedUntilDifference {@code received} up to that byte, for putting a mark there
     * @param thrown the exception or panic that the server printed meanwhile; may be empty
     * @param transcript what went over each connection, by client
     */
    public record Evidence(
            String stepText,
            String sent,
            String expected,
            String expectedBytes,
            String received,
            int differsAt,
            String receivedUntilDifference,
            String then,
            String thrown,
            String hint,
            Map<String, List<Piece>> transcript) {}

    /** Bytes that were sent ({@code >}) or received ({@code <}), so many microseconds after the connection was opened. */
    public record Piece(String direction, String bytes, long microseconds) {}

    /**
     * One measurement.
     *
     * @param what such as {@code SET, pipelining 16}
     * @param requestsPerSecond throughput
     * @param medianMilliseconds half of the replies came sooner
     * @param p99Milliseconds all but one of a hundred replies came sooner
     * @param trouble why it could not be measured; empty otherwise
     */
    public record Speed(
            String what, double requestsPerSecond, double medianMilliseconds, double p99Milliseconds, String trouble) {}

    public Results named(String name) {
        return new Results(name, command, lastStep, strict, remark, causes, scenarios, note, started, output, speed);
    }

    /** The same server in a comparison. */
    public Results compared(String itsNote, String itsOutput, List<Speed> measured) {
        return new Results(
                server, command, lastStep, strict, remark, causes, scenarios, itsNote, started, itsOutput, measured);
    }

    public long count(Status status) {
        return scenarios.stream().filter(scenario -> scenario.is(status)).count();
    }

    /** The causes that can be fixed in the server; excludes runner errors. */
    List<Cause> causesToFix() {
        return causes.stream().filter(cause -> !cause.kind().equals("runner")).toList();
    }

    /** Whether the server did all that was tested; what could not be judged does not count against it. */
    public boolean passed() {
        return started
                && causes.isEmpty()
                && count(Status.FAILED) == 0
                && count(Status.NOT_RUN) == 0
                && count(Status.PASSED) > 0;
    }
}
