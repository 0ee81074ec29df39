package miniredis.spec.cucumber;

import io.cucumber.core.eventbus.EventBus;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.SynchronizedEventBus;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import miniredis.spec.specification.SpecScenario;

/** Lets Cucumber find which phrase each step of a scenario is, and does nothing with it. */
public final class DryRun {
    private final EventBus bus =
            SynchronizedEventBus.synchronize(new TimeServiceEventBus(Clock.systemUTC(), UUID::randomUUID));
    private final Runner runner;
    private List<Step> steps = new ArrayList<>();

    /**
     * A step, and the phrase that it is.
     *
     * @param result of the first that is not exactly one phrase: UNDEFINED or AMBIGUOUS; of all behind it: SKIPPED
     */
    public record Step(PickleStepTestStep matched, Result result) {
        /** Whether there is exactly one that fits. */
        @SuppressWarnings("ConstantValue") // Cucumber promises more than it keeps
        boolean hasPhrase() {
            return matched.getPattern() != null;
        }

        public String text() {
            return matched.getStep().getText();
        }

        int line() {
            return matched.getStep().getLine();
        }

        /** What stands in the phrase's gaps of this type. */
        public List<String> arguments(String type) {
            return matched.getDefinitionArgument().stream()
                    .filter(argument -> type.equals(argument.getParameterTypeName()))
                    .map(argument -> argument.getValue())
                    .toList();
        }

        /** The table below it, row by row; none where there is none. */
        public List<List<String>> table() {
            return matched.getStep().getArgument() instanceof DataTableArgument table ? table.cells() : List.of();
        }
    }

    private static final class Ready {
        static final DryRun DRY_RUN = new DryRun();
    }

    /** The only one: to read the step classes takes longer than all else. */
    public static DryRun ready() {
        return Ready.DRY_RUN;
    }

    private DryRun() {
        var options = new RuntimeOptionsBuilder()
                .addGlue(CucumberLauncher.STEPS)
                .setDryRun()
                .build();
        var objects = new StepObjects(() -> {
            throw new IllegalStateException("a dry run carries no step out");
        });
        var backends = new BackendServiceLoader(DryRun.class::getClassLoader, () -> objects);
        runner = new Runner(bus, backends.get(), objects, options);
        bus.registerHandlerFor(TestStepFinished.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep step) {
                steps.add(new Step(step, event.getResult()));
            }
        });
    }

    public synchronized List<Step> stepsOf(SpecScenario scenario) {
        steps = new ArrayList<>();
        runner.runPickle(scenario.pickle());
        return List.copyOf(steps);
    }
}
