package miniredis.spec.report;

import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Attachment;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Cucumber's own account of a run, as messages (NDJSON) and as HTML. A run may try a scenario more than once; of
 * these attempts the last one is kept, which is what the verdict rests on.
 *
 * <p>Messages are made into JSON in a separate thread while the run goes on: at its end the user waits for it.
 */
public final class CucumberMessages implements Consumer<Envelope> {
    private static final Envelope ANY_MESSAGE = Envelope.of(new UndefinedParameterType("", ""));

    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "cucumber messages");
        thread.setDaemon(true);
        return thread;
    });
    private final Serializer serializer = new Serializer();

    /** Messages about no attempt: the features come before all attempts, the end of the run after. */
    private final List<String> before = new ArrayList<>();

    private final List<String> end = new ArrayList<>();

    private final Map<String, List<String>> lastAttemptByPickle = new LinkedHashMap<>();

    /** By the id of its test case, and by that of its start: messages name one or the other. */
    private final Map<String, List<String>> attempts = new HashMap<>();

    /** Takes the next message; returns immediately. */
    @Override
    public void accept(Envelope message) {
        writer.execute(() -> linesFor(message).add(json(message)));
    }

    private List<String> linesFor(Envelope message) {
        message.getTestCase().ifPresent(begun -> {
            var attempt = new ArrayList<String>();
            lastAttemptByPickle.put(begun.getPickleId(), attempt);
            attempts.put(begun.getId(), attempt);
        });
        message.getTestCaseStarted()
                .ifPresent(started -> attempts.put(started.getId(), attempts.get(started.getTestCaseId())));
        return message.getTestCase()
                .map(TestCase::getId)
                .or(() -> message.getTestCaseStarted().map(TestCaseStarted::getId))
                .or(() -> message.getTestStepStarted().map(TestStepStarted::getTestCaseStartedId))
                .or(() -> message.getAttachment().flatMap(Attachment::getTestCaseStartedId))
                .or(() -> message.getTestStepFinished().map(TestStepFinished::getTestCaseStartedId))
                .or(() -> message.getTestCaseFinished().map(TestCaseFinished::getTestCaseStartedId))
                .map(attempts::get)
                .orElse(message.getTestRunFinished().isPresent() ? end : before);
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
        var lines = new ArrayList<>(before);
        lastAttemptByPickle.values().forEach(lines::addAll);
        lines.addAll(end);
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
