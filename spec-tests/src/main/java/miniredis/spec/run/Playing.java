package miniredis.spec.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.stage.NotPlayed;
import miniredis.spec.stage.Stage;
import miniredis.spec.verdict.Deviation;
import miniredis.spec.verdict.TooLate;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Lets Cucumber play scenarios on a stage, by the JUnit Platform, and takes down how each one went. */
final class Playing {
    private static final String CLASSPATH = "classpath:";

    private final Stage stage;
    private final Map<String, SpecScenario> byLocation;
    private final Map<SpecScenario, Outcome> outcomes = new ConcurrentHashMap<>();

    private Playing(Stage stage, List<SpecScenario> scenarios) {
        this.stage = stage;
        this.byLocation = scenarios.stream().collect(Collectors.toMap(SpecScenario::location, Function.identity()));
    }

    /**
     * Plays the scenarios, as many side by side as {@code sideBySide} says.
     *
     * @param messages the file for Cucumber's messages
     * @param whenDone is told of each scenario as it ends, from its thread
     */
    static Map<SpecScenario, Outcome> play(
            List<SpecScenario> scenarios,
            Stage stage,
            int sideBySide,
            Path messages,
            BiConsumer<SpecScenario, Outcome> whenDone) {
        var playing = new Playing(stage, scenarios);
        stage.during(() -> playing.launch(sideBySide, messages, whenDone));
        return playing.outcomes;
    }

    private void launch(int sideBySide, Path messages, BiConsumer<SpecScenario, Outcome> whenDone) {
        var threads = Integer.toString(sideBySide);
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(features())
                .filters(EngineFilter.includeEngines("cucumber"), (PostDiscoveryFilter) this::isSelected)
                .configurationParameter("cucumber.glue", "miniredis.spec.steps")
                .configurationParameter("cucumber.object-factory", "miniredis.spec.steps.StepFactory")
                .configurationParameter("cucumber.plugin", "message:" + messages)
                .configurationParameter("cucumber.publish.quiet", "true")
                .configurationParameter("cucumber.execution.parallel.enabled", "true")
                .configurationParameter("cucumber.execution.parallel.config.strategy", "fixed")
                .configurationParameter("cucumber.execution.parallel.config.fixed.parallelism", threads)
                .configurationParameter("cucumber.execution.parallel.config.fixed.max-pool-size", threads)
                .build();
        // Whatever tool has started this JVM listens to its own tests, not to these.
        var quiet = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(quiet).execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                scenario(test.getSource().orElse(null)).ifPresent(scenario -> {
                    if (test.isTest()) {
                        var outcome = outcome(result);
                        outcomes.put(scenario, outcome);
                        whenDone.accept(scenario, outcome);
                    }
                });
            }
        });
    }

    /** Only the files that are needed: reading them all takes a while. */
    private List<? extends DiscoverySelector> features() {
        return byLocation.keySet().stream()
                .map(location -> location.substring(CLASSPATH.length(), location.lastIndexOf(':')))
                .distinct()
                .map(DiscoverySelectors::selectClasspathResource)
                .toList();
    }

    private FilterResult isSelected(TestDescriptor test) {
        return FilterResult.includedIf(
                !test.isTest() || scenario(test.getSource().orElse(null)).isPresent());
    }

    private Optional<SpecScenario> scenario(TestSource source) {
        if (source instanceof ClasspathResourceSource feature) {
            return feature.getPosition()
                    .map(position ->
                            byLocation.get(CLASSPATH + feature.getClasspathResourceName() + ":" + position.getLine()));
        }
        return Optional.empty();
    }

    private static Outcome outcome(TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            return new Outcome.Passed();
        }
        var thrown = result.getThrowable().orElseGet(() -> new IllegalStateException("no reason was given"));
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Deviation deviation) {
                return new Outcome.Deviated(deviation, stepOf(deviation));
            }
            if (cause instanceof TooLate) {
                return new Outcome.Late();
            }
            if (cause instanceof NotPlayed none) {
                return new Outcome.NoServer(none.getMessage());
            }
        }
        return new Outcome.Stumbled(thrown);
    }

    /** Cucumber adds the step, as the feature writes it, to the stack trace. */
    private static String stepOf(Throwable thrown) {
        for (var frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals("✽")) {
                return frame.getMethodName();
            }
        }
        return "";
    }
}
