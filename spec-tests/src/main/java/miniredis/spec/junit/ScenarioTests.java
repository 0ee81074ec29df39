package miniredis.spec.junit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.specification.SpecFeature;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Turns a finished run into JUnit tests: a container for each feature, in it one for each rule, in it a test for each scenario. A
 * scenario that could not be judged is an aborted test. A run that found no mistake, but did not run everything, has one more
 * test, which fails: otherwise the build would be green.
 */
public final class ScenarioTests {
    private final Function<ScenarioResult, String> failureText;

    /** @param failureText what a failing test says */
    public ScenarioTests(Function<ScenarioResult, String> failureText) {
        this.failureText = failureText;
    }

    /** The tests of a run, in reading order. */
    public Stream<DynamicNode> of(RunResult run) {
        var nodes = new ArrayList<DynamicNode>();
        var titles = titles(run.selection().specification());
        groups(run.scenarios(), SpecScenario::path)
                .forEach((path, results) -> nodes.add(
                        DynamicContainer.dynamicContainer(titles.get(path), source(path, 1), rules(path, results))));
        if (run.exitCode() == 2 && run.causes().isEmpty()) {
            nodes.add(DynamicTest.dynamicTest("everything was run", () -> {
                throw withoutTrace(new AssertionFailedError("%s%n%s".formatted(run.totals(), run.remark())));
            }));
        }
        return nodes.stream();
    }

    private static Map<String, String> titles(Specification specification) {
        return specification.features().stream()
                .collect(Collectors.toMap(
                        SpecFeature::path, feature -> "step %d: %s".formatted(feature.step(), feature.title())));
    }

    private Stream<DynamicContainer> rules(String path, List<ScenarioResult> ofFeature) {
        return groups(ofFeature, SpecScenario::rule).entrySet().stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.getKey(),
                        source(path, rule.getValue().get(0).scenario().line()),
                        rule.getValue().stream().map(this::test)));
    }

    private static Map<String, List<ScenarioResult>> groups(
            List<ScenarioResult> results, Function<SpecScenario, String> key) {
        return results.stream()
                .collect(Collectors.groupingBy(
                        result -> key.apply(result.scenario()), LinkedHashMap::new, Collectors.toList()));
    }

    private DynamicTest test(ScenarioResult result) {
        var scenario = result.scenario();
        var name = scenario.id() + " " + scenario.title();
        return DynamicTest.dynamicTest(name, source(scenario.path(), scenario.line()), () -> {
            if (result.status() == Status.FAILED || result.cause().isPresent() || result.failsInAnotherFraming()) {
                throw withoutTrace(new AssertionFailedError(failureText.apply(result)));
            }
            if (result.status() != Status.PASSED) {
                throw withoutTrace(new TestAbortedException(result.status() + ": " + result.note()));
            }
        });
    }

    /** Where an IDE goes when the test is clicked on. */
    private static URI source(String path, int line) {
        var file = Path.of(path);
        return URI.create((Files.exists(file) ? file.toUri() : "classpath:/" + path) + "?line=" + line);
    }

    /** The line of this file where a verdict was thrown is useless. */
    static <T extends Throwable> T withoutTrace(T thrown) {
        thrown.setStackTrace(new StackTraceElement[0]);
        return thrown;
    }
}
