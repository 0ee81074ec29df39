package miniredis.spec.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.RankedCause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.ServerException;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Recording;
import org.jspecify.annotations.Nullable;

/** results.json: all verdicts of a run, for programs. The records below are its shape; byte strings are in {@link ByteText}'s form. */
public final class ResultsJson {
    private static final int LONGEST_BYTES = 600;
    private static final int MOST_PIECES = 40;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ResultsJson() {}

    /**
     * One server's results.
     *
     * @param command how the server was named on the command line
     * @param lastStep the last step that counted
     * @param remark what concerns the server as a whole; may be empty
     */
    public record Results(
            String server,
            String command,
            int lastStep,
            boolean strict,
            String remark,
            List<Cause> causes,
            List<Scenario> scenarios) {
        /** Reports of earlier editions have no causes. */
        public Results {
            causes = causes == null ? List.of() : causes;
        }
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

    public static void write(RunResult run, Path file) throws IOException {
        Files.writeString(file, GSON.toJson(of(run)) + "\n");
    }

    /** @throws IOException when the file can't be read or is no results.json */
    public static Results read(Path file) throws IOException {
        try {
            var results = GSON.fromJson(Files.readString(file), Results.class);
            if (results == null || results.scenarios() == null) {
                throw new IOException(file + " holds no results.");
            }
            return results;
        } catch (JsonParseException broken) {
            throw new IOException("%s is not a results.json: %s".formatted(file, broken.getMessage()), broken);
        }
    }

    public static Results of(RunResult run) {
        return new Results(
                run.server(),
                run.commandLine(),
                run.selection().lastStep(),
                run.selection().strict(),
                run.remark().toString(),
                run.findings().stream().map(ResultsJson::cause).toList(),
                run.scenarios().stream().map(ResultsJson::scenario).toList());
    }

    private static Cause cause(RankedCause finding) {
        return new Cause(
                finding.cause().title(),
                finding.cause().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                finding.first().scenario().id(),
                finding.scenarios());
    }

    private static Scenario scenario(ScenarioResult result) {
        var scenario = result.scenario();
        return new Scenario(
                scenario.id(),
                scenario.title(),
                scenario.step(),
                scenario.level().toString(),
                result.status().toString(),
                result.milliseconds(),
                FailureText.message(result),
                result.waitsFor().map(cause -> cause.title()).orElse(""),
                result.framings().stream()
                        .collect(Collectors.toMap(
                                mark -> mark.framing().title(),
                                mark -> mark.status().toString(),
                                (a, b) -> b,
                                LinkedHashMap::new)),
                scenario.path(),
                scenario.line(),
                scenario.rule(),
                scenario.reference(),
                scenario.text(),
                result.again(),
                result.failure()
                        .or(() -> inAnotherFraming(result))
                        .map(failure -> evidence(failure, result.recordings()))
                        .orElse(null));
    }

    private static Optional<Failure> inAnotherFraming(ScenarioResult result) {
        return result.framings().stream()
                .flatMap(mark -> mark.evidence().stream())
                .findFirst()
                .map(evidence -> new Failure(evidence, "", Optional.empty()));
    }

    private static Evidence evidence(Failure failure, Map<String, Recording> recordings) {
        var evidence = failure.evidence();
        int differs = evidence.differsAt();
        // A mark can only be put where the bytes are shown.
        boolean shown = differs >= 0 && differs <= LONGEST_BYTES;
        return new Evidence(
                failure.stepText(),
                ByteText.excerpt(evidence.sent(), LONGEST_BYTES),
                evidence.expectedInWords().toString(),
                evidence.expected()
                        .wire()
                        .map(wire -> ByteText.excerpt(wire, LONGEST_BYTES))
                        .orElse(""),
                ByteText.excerpt(evidence.received(), LONGEST_BYTES),
                differs,
                shown ? ByteText.escape(evidence.received(), 0, differs) : "",
                failure.then().toString(),
                failure.exception().map(ServerException::inWords).orElse(""),
                failure.hint().map(Message::toString).orElse(""),
                recordings.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                recording -> transcript(recording.getValue()),
                                (a, b) -> a,
                                LinkedHashMap::new)));
    }

    private static List<Piece> transcript(Recording recording) {
        return recording.pieces().stream()
                .limit(MOST_PIECES)
                .map(piece -> new Piece(piece.sent() ? ">" : "<", piece.excerpt(LONGEST_BYTES), piece.microseconds()))
                .toList();
    }
}
