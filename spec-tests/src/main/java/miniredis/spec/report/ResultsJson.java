package miniredis.spec.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import miniredis.spec.i18n.Messages;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Failure;
import miniredis.spec.verdict.RankedCause;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.ServerException;
import miniredis.spec.verdict.Status;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Recording;
import org.jspecify.annotations.Nullable;

/** results.json: how {@link Results} are made of a run, written, and read again. */
public final class ResultsJson {
    private static final int LONGEST_BYTES = 600;
    private static final int MOST_PIECES = 40;
    private static final String FILE = "results.json";
    private static final List<String> ONLY_IN_A_COMPARISON = List.of("note", "started", "output", "speed");
    static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ResultsJson() {}

    /** Those of a run, into its report folder. */
    static void write(Results run, Path folder) throws IOException {
        var json = GSON.toJsonTree(run).getAsJsonObject();
        ONLY_IN_A_COMPARISON.forEach(json::remove);
        Files.writeString(folder.resolve(FILE), GSON.toJson(json) + "\n");
    }

    /** Those of a comparison, into its report folder. */
    public static void write(List<Results> servers, Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), GSON.toJson(Map.of("servers", servers)) + "\n");
    }

    /**
     * The servers in the report folder of a comparison, or of a run.
     *
     * @throws IOException when there is no results.json in it, or it is something else
     */
    public static List<Results> read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "%s has no results.json: it is not the report folder of a run or a comparison.".formatted(folder));
        }
        try {
            var json = GSON.fromJson(Files.readString(file), JsonObject.class);
            if (json != null && json.has("servers")) {
                return List.of(GSON.fromJson(json.get("servers"), Results[].class));
            }
            if (json != null && json.has("scenarios")) {
                return List.of(
                        GSON.fromJson(json, Results.class).compared("", OutputTail.ofFirstServer(folder), List.of()));
            }
        } catch (JsonParseException broken) {
            throw new IOException("%s is not a results.json: %s".formatted(file, broken.getMessage()), broken);
        }
        throw new IOException(file + " holds no results.");
    }

    /** What a run leaves, in English: programs and other people read it. */
    static Results of(RunResult run) {
        return of(run, Messages.ENGLISH);
    }

    /** The same in another language, for its page. */
    static Results of(RunResult run, Messages language) {
        return new Results(
                run.server(),
                run.commandLine(),
                run.selection().lastStep(),
                run.selection().strict(),
                language.text(run.remark()),
                run.causes().stream().map(cause -> cause(cause, language)).toList(),
                run.scenarios().stream()
                        .map(result -> scenario(result, language))
                        .toList(),
                "",
                true,
                "",
                List.of());
    }

    private static Results.Cause cause(RankedCause ranked, Messages language) {
        return new Results.Cause(
                ranked.cause().title(language),
                ranked.cause().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                ranked.first().scenario().id(),
                ranked.scenarios());
    }

    private static Results.Scenario scenario(ScenarioResult result, Messages language) {
        var framing = new LinkedHashMap<String, String>();
        result.framings()
                .forEach(mark ->
                        framing.put(mark.framing().title(), mark.status().toString()));
        return scenario(
                result.scenario(),
                result.status(),
                result.milliseconds(),
                FailureText.message(result, language),
                result.waitsFor().map(cause -> cause.title(language)).orElse(""),
                framing,
                result.again(),
                result.shownFailure()
                        .map(failure -> evidence(failure, result.recordings(), language))
                        .orElse(null));
    }

    /** A server that could not be started: all of its scenarios were not run. */
    public static Results notStarted(
            String name, String command, String note, String why, Selection selection, List<SpecScenario> scenarios) {
        return new Results(
                name,
                command,
                selection.lastStep(),
                selection.strict(),
                why,
                List.of(),
                scenarios.stream()
                        .map(scenario -> notRun(scenario, "The server could not be started."))
                        .toList(),
                note,
                false,
                "",
                List.of());
    }

    static Results.Scenario notRun(SpecScenario scenario, String why) {
        return scenario(scenario, Status.NOT_RUN, 0, why, "", Map.of(), "", null);
    }

    private static Results.Scenario scenario(
            SpecScenario scenario,
            Status status,
            long milliseconds,
            String message,
            String cause,
            Map<String, String> framing,
            String again,
            Results.@Nullable Evidence evidence) {
        return new Results.Scenario(
                scenario.id(),
                scenario.title(),
                scenario.step(),
                scenario.level().toString(),
                status.toString(),
                milliseconds,
                message,
                cause,
                framing,
                scenario.path(),
                scenario.line(),
                scenario.rule(),
                scenario.reference(),
                scenario.text(),
                again,
                evidence);
    }

    private static Results.Evidence evidence(Failure failure, Map<String, Recording> recordings, Messages language) {
        var evidence = failure.evidence();
        int differs = evidence.differsAt();
        // A mark can only be put where the bytes are shown.
        boolean shown = differs >= 0 && differs <= LONGEST_BYTES;
        var transcript = new LinkedHashMap<String, List<Results.Piece>>();
        recordings.forEach((client, recording) -> transcript.put(client, pieces(recording)));
        return new Results.Evidence(
                failure.stepText(),
                ByteText.excerpt(evidence.sent(), LONGEST_BYTES),
                language.text(evidence.expectedInWords()),
                evidence.expected()
                        .wire()
                        .map(wire -> ByteText.excerpt(wire, LONGEST_BYTES))
                        .orElse(""),
                ByteText.excerpt(evidence.received(), LONGEST_BYTES),
                differs,
                shown ? ByteText.escape(evidence.received(), 0, differs) : "",
                language.text(failure.then()),
                failure.exception().map(ServerException::inWords).orElse(""),
                failure.hint().map(language::text).orElse(""),
                transcript);
    }

    private static List<Results.Piece> pieces(Recording recording) {
        return recording.pieces().stream()
                .limit(MOST_PIECES)
                .map(piece ->
                        new Results.Piece(piece.sent() ? ">" : "<", piece.excerpt(LONGEST_BYTES), piece.microseconds()))
                .toList();
    }
}
