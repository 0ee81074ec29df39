package miniredis.spec.cucumber;

import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.CucumberExecutionContext;
import io.cucumber.core.runtime.ExitStatus;
import io.cucumber.core.runtime.SynchronizedEventBus;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.steps.ScenarioContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs scenarios with Cucumber, one at a time in each calling thread, and records how each attempt went. The features are parsed
 * by the {@link Specification}; this class only runs pickles.
 */
public final class CucumberLauncher implements AutoCloseable {
    private static final URI STEPS = URI.create("classpath:/miniredis/spec/steps");
    private static final ThreadLocal<Steps> STEPS_OF_THIS_THREAD = new ThreadLocal<>();

    private final RuntimeOptions options =
            new RuntimeOptionsBuilder().addGlue(STEPS).build();
    private final EventBus bus =
            SynchronizedEventBus.synchronize(new TimeServiceEventBus(Clock.systemUTC(), UUID::randomUUID));
    private final CucumberExecutionContext account = new CucumberExecutionContext(bus, new ExitStatus(options), () -> {
        throw new IllegalStateException("there are no hooks for all scenarios");
    });

    /** A runner reads the step classes, which takes a while; so it serves one scenario after another. */
    private final Queue<ReadyRunner> idle = new ConcurrentLinkedQueue<>();

    private record ReadyRunner(Runner runner, StepObjects objects) {}

    /** The steps of the scenario that this thread runs: the current one, and what the first failed one threw. */
    private static final class Steps {
        private String current = "";
        private String failed = "";
        private @Nullable Throwable thrown;
    }

    /**
     * @param scenarios those that will be run, perhaps several times each
     * @param specification what they were chosen from
     * @param messages takes Cucumber's own account of everything that is run
     */
    public CucumberLauncher(List<SpecScenario> scenarios, Specification specification, Consumer<Envelope> messages) {
        bus.registerHandlerFor(Envelope.class, messages::accept);
        bus.registerHandlerFor(TestStepStarted.class, CucumberLauncher::begins);
        bus.registerHandlerFor(TestStepFinished.class, CucumberLauncher::ended);
        account.startTestRun();
        featuresOf(scenarios, specification).forEach(account::beforeFeature);
    }

    private static List<Feature> featuresOf(List<SpecScenario> scenarios, Specification specification) {
        var paths = scenarios.stream().map(SpecScenario::path).distinct().toList();
        return specification.features().stream()
                .filter(feature -> paths.contains(feature.path()))
                .map(feature -> feature.parsed())
                .toList();
    }

    private static void begins(TestStepStarted event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            STEPS_OF_THIS_THREAD.get().current = step.getStep().getText();
        } else {
            STEPS_OF_THIS_THREAD.get().current = "";
        }
    }

    private static void ended(TestStepFinished event) {
        var steps = STEPS_OF_THIS_THREAD.get();
        var result = event.getResult();
        if (steps.thrown == null
                && !result.getStatus().is(Status.PASSED)
                && !result.getStatus().is(Status.SKIPPED)) {
            steps.failed = steps.current;
            steps.thrown = result.getError() == null
                    ? new IllegalStateException(result.getStatus() + ": " + steps.current)
                    : result.getError();
        }
    }

    /** Runs a scenario in this thread. */
    public ScenarioExecution run(SpecScenario scenario, ScenarioContext context) {
        long began = System.nanoTime();
        var steps = new Steps();
        STEPS_OF_THIS_THREAD.set(steps);
        var ready = Optional.ofNullable(idle.poll()).orElseGet(this::newRunner);
        try {
            ready.objects().prepare(context);
            ready.runner().runPickle(scenario.pickle());
        } catch (RuntimeException unexpected) {
            steps.thrown = unexpected;
        } finally {
            STEPS_OF_THIS_THREAD.remove();
            idle.add(ready);
        }
        long ended = System.nanoTime();
        return new ScenarioExecution(steps.thrown, steps.failed, (ended - began) / 1_000_000, ended);
    }

    private ReadyRunner newRunner() {
        var objects = new StepObjects(() -> {
            throw new IllegalStateException("this launcher hands a context to each scenario");
        });
        var backends = new BackendServiceLoader(CucumberLauncher.class::getClassLoader, () -> objects);
        return new ReadyRunner(new Runner(bus, backends.get(), objects, options), objects);
    }

    @Override
    public void close() {
        account.finishTestRun();
    }
}
