package miniredis.spec.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.UndefinedParameterType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cucumber's own account of a run, as messages (NDJSON) and as HTML. A run plays its scenarios in several parts, and some of
 * them more than once, each time with messages of its own. Here a part with new features is added to what there is, and
 * scenarios that were played before become further attempts of the first, which is how Cucumber speaks of retries.
 */
public final class CucumberMessages {
    private static final Envelope ANY_MESSAGE = Envelope.of(new UndefinedParameterType("", ""));

    private final List<JsonObject> merged = new ArrayList<>();
    private final Map<String, String> firstCaseByName = new HashMap<>();
    private final Map<String, List<String>> stepsByCase = new HashMap<>();
    private JsonObject end;

    private CucumberMessages() {}

    /** Writes {@code cucumber-messages.ndjson} and {@code cucumber.html}, and removes the files it made them from. */
    public static void write(List<Path> playings, Path report) throws IOException {
        var messages = new CucumberMessages();
        for (var playing : playings) {
            if (Files.exists(playing)) {
                messages.add(playing);
                Files.delete(playing);
            }
        }
        messages.writeTo(report);
    }

    private void add(Path playing) throws IOException {
        var envelopes = new ArrayList<JsonObject>();
        for (var line : Files.readAllLines(playing)) {
            envelopes.add(JsonParser.parseString(line).getAsJsonObject());
        }
        var nameByPickle = new HashMap<String, String>();
        var steps = new HashMap<String, String>();
        var cases = new HashMap<String, String>();
        var startedCases = new HashSet<String>();
        int knownCases = firstCaseByName.size();
        for (var envelope : envelopes) {
            if (envelope.has("pickle")) {
                var pickle = envelope.getAsJsonObject("pickle");
                nameByPickle.put(text(pickle, "id"), text(pickle, "name"));
            } else if (envelope.has("testCase")) {
                noteCase(envelope.getAsJsonObject("testCase"), nameByPickle, cases, steps);
            } else if (envelope.has("testCaseStarted")) {
                startedCases.add(cases.get(text(envelope.getAsJsonObject("testCaseStarted"), "testCaseId")));
            } else if (envelope.has("testRunFinished")) {
                end = envelope;
            }
        }
        if (firstCaseByName.size() > knownCases) {
            boolean begins = merged.isEmpty();
            envelopes.stream()
                    .filter(envelope -> !envelope.has("testRunFinished"))
                    .filter(envelope -> begins || !envelope.has("meta") && !envelope.has("testRunStarted"))
                    .forEach(merged::add);
            return;
        }
        var earlier = markAsRetried(startedCases);
        for (var envelope : envelopes) {
            addFurtherAttempt(envelope, cases, steps, earlier);
        }
    }

    private void noteCase(
            JsonObject testCase,
            Map<String, String> nameByPickle,
            Map<String, String> cases,
            Map<String, String> steps) {
        var name = nameByPickle.get(text(testCase, "pickleId"));
        var id = text(testCase, "id");
        var stepIds = new ArrayList<String>();
        testCase.getAsJsonArray("testSteps").forEach(step -> stepIds.add(text(step.getAsJsonObject(), "id")));
        var firstId = firstCaseByName.computeIfAbsent(name, unknown -> {
            stepsByCase.put(id, stepIds);
            return id;
        });
        cases.put(id, firstId);
        var firstSteps = stepsByCase.get(firstId);
        for (int i = 0; i < Math.min(stepIds.size(), firstSteps.size()); i++) {
            steps.put(stepIds.get(i), firstSteps.get(i));
        }
    }

    /** Says of the attempts so far that another one follows; returns how many there were. */
    private Map<String, Integer> markAsRetried(Set<String> startedCases) {
        var caseByAttempt = new HashMap<String, String>();
        var attempts = new HashMap<String, Integer>();
        for (var envelope : merged) {
            if (envelope.has("testCaseStarted")) {
                var started = envelope.getAsJsonObject("testCaseStarted");
                caseByAttempt.put(text(started, "id"), text(started, "testCaseId"));
                attempts.merge(text(started, "testCaseId"), 1, Integer::sum);
            } else if (envelope.has("testCaseFinished")) {
                var finished = envelope.getAsJsonObject("testCaseFinished");
                if (startedCases.contains(caseByAttempt.get(text(finished, "testCaseStartedId")))) {
                    finished.addProperty("willBeRetried", true);
                }
            }
        }
        return attempts;
    }

    private void addFurtherAttempt(
            JsonObject envelope, Map<String, String> cases, Map<String, String> steps, Map<String, Integer> earlier) {
        if (envelope.has("testCaseStarted")) {
            var started = envelope.getAsJsonObject("testCaseStarted");
            var first = cases.get(text(started, "testCaseId"));
            started.addProperty("testCaseId", first);
            started.addProperty("attempt", earlier.getOrDefault(first, 0));
            merged.add(envelope);
        } else if (envelope.has("testStepStarted") || envelope.has("testStepFinished")) {
            var step =
                    envelope.getAsJsonObject(envelope.has("testStepStarted") ? "testStepStarted" : "testStepFinished");
            step.addProperty("testStepId", steps.get(text(step, "testStepId")));
            merged.add(envelope);
        } else if (envelope.has("testCaseFinished") || envelope.has("attachment")) {
            merged.add(envelope);
        }
    }

    private void writeTo(Path report) throws IOException {
        if (end != null) {
            merged.add(end);
        }
        var lines = merged.stream().map(JsonObject::toString).toList();
        Files.write(report.resolve("cucumber-messages.ndjson"), lines);
        // The lines are JSON already: to make objects of them, only for the page to write them again, would take
        // longer than all the rest of a report.
        var next = lines.iterator();
        try (var html = MessagesToHtmlWriter.builder((page, message) -> page.write(next.next()))
                .build(Files.newOutputStream(report.resolve("cucumber.html")))) {
            for (int i = 0; i < lines.size(); i++) {
                html.write(ANY_MESSAGE);
            }
        }
    }

    private static String text(JsonObject object, String field) {
        return object.get(field).getAsString();
    }
}
