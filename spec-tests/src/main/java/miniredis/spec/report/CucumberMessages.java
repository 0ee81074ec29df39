package miniredis.spec.report;

import static java.util.Objects.requireNonNull;

import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestCaseFinished;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepStarted;
import io.cucumber.messages.types.UndefinedParameterType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Cucumber's own account of a run, as messages (NDJSON) and as HTML. A run may try a scenario more than once, each time as a
 * test case of its own. Here later ones become further attempts at the first, which is how Cucumber speaks of retries.
 *
 * <p>Messages are made into JSON in a thread of their own while the run goes on: at its end somebody waits for it.
 */
public final class CucumberMessages implements Consumer<Envelope> {
    private static final Envelope ANY_MESSAGE = Envelope.of(new UndefinedParameterType("", ""));

    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "cucumber messages");
        thread.setDaemon(true);
        return thread;
    });
    private final Serializer serializer = new Serializer();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, TestCase> firstByPickle = new HashMap<>();
    private final Map<String, String> firstCase = new HashMap<>();
    private final Map<String, String> firstStep = new HashMap<>();
    private final Map<String, Long> attempts = new HashMap<>();
    private final Map<String, String> caseByAttempt = new HashMap<>();

    /** The end of the last attempt at each test case, and its line: whether another one follows is not known before. */
    private final Map<String, TestCaseFinished> lastEnd = new HashMap<>();

    private final Map<String, Integer> lineOfLastEnd = new HashMap<>();

    /** Takes the next message; returns at once. */
    @Override
    public void accept(Envelope message) {
        writer.execute(() -> take(message));
    }

    private void take(Envelope message) {
        if (message.getTestCase().isPresent()) {
            if (isFirst(message.getTestCase().get())) {
                add(message);
            }
        } else if (message.getTestCaseFinished().isPresent()) {
            end(message.getTestCaseFinished().get());
        } else {
            add(message.getTestCaseStarted()
                    .map(this::started)
                    .or(() -> message.getTestStepStarted().map(this::stepStarted))
                    .or(() -> message.getTestStepFinished().map(this::stepFinished))
                    .orElse(message));
        }
    }

    private void add(Envelope message) {
        lines.add(json(message));
    }

    private String json(Envelope message) {
        var line = new StringWriter();
        try {
            serializer.writeValue(line, message);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    @SuppressWarnings("ReferenceEquality") // the very same one
    private boolean isFirst(TestCase testCase) {
        var first = firstByPickle.computeIfAbsent(testCase.getPickleId(), unknown -> testCase);
        firstCase.put(testCase.getId(), first.getId());
        var steps = testCase.getTestSteps();
        for (int i = 0; i < Math.min(steps.size(), first.getTestSteps().size()); i++) {
            firstStep.put(steps.get(i).getId(), first.getTestSteps().get(i).getId());
        }
        return first == testCase;
    }

    private Envelope started(TestCaseStarted started) {
        var testCase = firstCase.get(started.getTestCaseId());
        caseByAttempt.put(started.getId(), testCase);
        long attempt = attempts.merge(testCase, 1L, Long::sum) - 1;
        return Envelope.of(new TestCaseStarted(
                attempt, started.getId(), testCase, started.getWorkerId().orElse(null), started.getTimestamp()));
    }

    private Envelope stepStarted(TestStepStarted started) {
        return Envelope.of(new TestStepStarted(
                started.getTestCaseStartedId(), firstStep.get(started.getTestStepId()), started.getTimestamp()));
    }

    private Envelope stepFinished(TestStepFinished finished) {
        return Envelope.of(new TestStepFinished(
                finished.getTestCaseStartedId(),
                firstStep.get(finished.getTestStepId()),
                finished.getTestStepResult(),
                finished.getTimestamp()));
    }

    /** This attempt is the last one so far, so those before were not. */
    private void end(TestCaseFinished finished) {
        var testCase = caseByAttempt.get(finished.getTestCaseStartedId());
        var before = lastEnd.put(testCase, finished);
        if (before != null) {
            lines.set(
                    requireNonNull(lineOfLastEnd.get(testCase)),
                    json(Envelope.of(
                            new TestCaseFinished(before.getTestCaseStartedId(), before.getTimestamp(), true))));
        }
        lineOfLastEnd.put(testCase, lines.size());
        add(Envelope.of(finished));
    }

    static void remove(Path report) throws IOException {
        Files.deleteIfExists(report.resolve("cucumber-messages.ndjson"));
        Files.deleteIfExists(report.resolve("cucumber.html"));
    }

    /** Writes {@code cucumber-messages.ndjson} and {@code cucumber.html}, when all messages have been taken. */
    void write(Path report) throws IOException {
        writer.shutdown();
        try {
            writer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
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
}
