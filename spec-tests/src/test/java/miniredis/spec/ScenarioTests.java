package miniredis.spec;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.cli.ConsoleRun;
import miniredis.spec.maven.LastWord;
import miniredis.spec.message.Messages;
import miniredis.spec.message.Refusal;
import miniredis.spec.report.Style;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Turns a run into JUnit tests, so that Maven counts scenarios and fails the build when one failed. */
final class ScenarioTests {
    private ScenarioTests() {}

    static Stream<DynamicNode> of(ServerUnderTest server, Selection selection, Path report, String again)
            throws Exception {
        return of(server, selection, report, Messages.ENGLISH, again, Optional.empty());
    }

    /** @param promise where Maven has promised to print the verdict when all else is printed */
    static Stream<DynamicNode> of(
            ServerUnderTest server,
            Selection selection,
            Path report,
            Messages language,
            String again,
            Optional<LastWord.Promise> promise)
            throws Exception {
        RunResult run;
        try {
            run = run(server, selection, report, language, again, promise);
        } catch (ServerUnavailable | Refusal noRun) {
            throw withoutTrace(new AssertionFailedError("\n" + language.text(noRun.said())));
        }
        var bySteps = run.scenarios().stream()
                .collect(Collectors.groupingBy(result -> result.scenario().step(), TreeMap::new, Collectors.toList()));
        return bySteps.entrySet().stream()
                .map(step -> DynamicContainer.dynamicContainer(
                        "step " + step.getKey() + " " + Specification.STEP_TITLES.get(step.getKey()),
                        step.getValue().stream().map(ScenarioTests::test)));
    }

    private static RunResult run(
            ServerUnderTest server,
            Selection selection,
            Path report,
            Messages language,
            String again,
            Optional<LastWord.Promise> promise)
            throws Exception {
        if (promise.isEmpty()) {
            return new ConsoleRun(System.out, Style.PLAIN, language, again).execute(server, selection, report);
        }
        var style = new Style(false, promise.get().colours());
        try (var end = new PrintStream(promise.get().verdict().toFile(), StandardCharsets.UTF_8)) {
            return new ConsoleRun(System.out, end, style, language, again).execute(server, selection, report);
        }
    }

    private static DynamicTest test(ScenarioResult result) {
        var name = result.scenario().id() + " " + result.scenario().title();
        return DynamicTest.dynamicTest(name, () -> {
            if (result.cause().isPresent() || result.failsInAnotherFraming()) {
                throw withoutTrace(new AssertionFailedError(name));
            }
            if (result.status() != Status.PASSED) {
                throw withoutTrace(new TestAbortedException(result.status() + ": " + result.note()));
            }
        });
    }

    /** Where in this file a verdict was thrown helps nobody. */
    private static <T extends RuntimeException> T withoutTrace(T thrown) {
        thrown.setStackTrace(new StackTraceElement[0]);
        return thrown;
    }

    private static AssertionFailedError withoutTrace(AssertionFailedError thrown) {
        thrown.setStackTrace(new StackTraceElement[0]);
        return thrown;
    }
}
