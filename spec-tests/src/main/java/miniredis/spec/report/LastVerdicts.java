package miniredis.spec.report;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/**
 * What became of each scenario when it was last judged, kept from run to run in {@code last-verdicts.json} of the report folder. A
 * run of one scenario changes the verdict of that one only, and what could not be judged changes nothing; so a run can always be
 * compared with what is known, whatever was run in between.
 */
public final class LastVerdicts {
    static final String FILE = "last-verdicts.json";

    /**
     * @param server its name: another server has other verdicts
     * @param passed by id, whether it passed
     */
    private record Contents(String server, Map<String, Boolean> passed) {}

    private final Path file;
    private final Map<String, Boolean> passed = new TreeMap<>();
    private String server = "";

    private LastVerdicts(Path file) {
        this.file = file;
    }

    /** Those of a report folder; none where nothing was run yet, or where the file can't be read. */
    public static LastVerdicts in(Path folder) {
        var last = new LastVerdicts(folder.resolve(FILE));
        try {
            var contents = ResultsJson.GSON.fromJson(Files.readString(last.file), Contents.class);
            if (contents != null && contents.server() != null && contents.passed() != null) {
                last.server = contents.server();
                last.passed.putAll(contents.passed());
            }
        } catch (IOException | JsonParseException none) {
            // The first run here, or an edited file: there is nothing to compare with.
        }
        return last;
    }

    /** What a run has changed. */
    public Changes compare(RunResult run) {
        var nowPass = new ArrayList<String>();
        var noLonger = new ArrayList<String>();
        for (var result : run.scenarios()) {
            var id = result.scenario().id();
            var before = isOf(run) ? passed.get(id) : null;
            boolean now = result.status() == Status.PASSED;
            if (isJudged(result) && before != null && before != now) {
                (now ? nowPass : noLonger).add(id);
            }
        }
        return new Changes(nowPass, noLonger);
    }

    /** The verdicts of a run are the last ones from now on. */
    public void keep(RunResult run) throws IOException {
        if (!isOf(run)) {
            passed.clear();
            server = run.server();
        }
        run.scenarios().stream()
                .filter(LastVerdicts::isJudged)
                .forEach(result -> passed.put(result.scenario().id(), result.status() == Status.PASSED));
        Files.writeString(file, ResultsJson.GSON.toJson(new Contents(server, passed)) + "\n");
    }

    private boolean isOf(RunResult run) {
        return server.equals(run.server());
    }

    private static boolean isJudged(ScenarioResult result) {
        return result.status() == Status.PASSED || result.status() == Status.FAILED;
    }
}
