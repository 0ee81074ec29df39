package miniredis.spec.execution;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import miniredis.spec.cucumber.CucumberLauncher;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.server.ResourceUse;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.ScenarioResult;

/**
 * Plays the scenarios with random commands, and those with clients that get in each other's way, again and again: each time with
 * the next seed, until one fails or the time is over. All on one instance, so that leaks show.
 */
public final class Exploration {
    /** Buffers and pools are filled by then. */
    private static final int ROUNDS_TO_WARM_UP = 2;

    private final ServerUnderTest server;
    private final Selection selection;
    private final Path outputs;
    private final Optional<InetSocketAddress> oracle;
    private final LongFunction<String> again;

    /**
     * @param outputs the folder for what servers print
     * @param again the command that plays a scenario again with a seed, up to its id
     * @param oracle a server that decides what is right; without it the model of the commands does
     */
    public Exploration(
            ServerUnderTest server,
            Selection selection,
            Path outputs,
            LongFunction<String> again,
            Optional<InetSocketAddress> oracle) {
        this.again = again;
        this.server = server;
        this.selection = selection;
        this.outputs = outputs;
        this.oracle = oracle;
    }

    /**
     * How far it has come.
     *
     * @param seed the one that is being played
     * @param commands how many were sent so far
     * @param notAgain how many failures did not show again when they were looked at alone, and so count for nothing
     * @param before what the server used when it was warm
     * @param now what it uses now
     */
    public record State(long seed, long commands, double seconds, int notAgain, ResourceUse before, ResourceUse now) {}

    /** Takes note of each round. */
    public interface Listener {
        void played(State state);
    }

    /**
     * How it ended.
     *
     * @param scenarios those that were played
     * @param found the failure at which it ended; empty when the time was over
     */
    public record End(List<SpecScenario> scenarios, State state, Optional<ScenarioResult> found) {}

    /** @throws ServerUnavailable when the server is not, or no longer, available */
    public End explore(long seconds, Listener listener) throws ServerUnavailable {
        var scenarios = selection.scenarios().stream()
                .filter(scenario -> ScenarioNeeds.of(scenario).explores())
                .toList();
        try (var pauses = new PauseDetector();
                var pool = new ServerPool(server, SpecificationRun.emptied(outputs), pauses);
                var launcher = new CucumberLauncher(scenarios, selection.specification(), message -> {})) {
            var missing = MissingCommands.of(scenarios, Set.of(), pool);
            var possible = scenarios.stream()
                    .filter(scenario -> missing.keepsFromPassing(scenario).isEmpty())
                    .toList();
            if (possible.isEmpty()) {
                throw new UsageException(Message.of("usage.nothing-to-explore"));
            }
            return new Rounds(pool, launcher, missing, possible, listener).play(seconds);
        }
    }

    /** The rounds, one seed each. */
    private final class Rounds {
        private final ServerPool pool;
        private final CucumberLauncher launcher;
        private final MissingCommands missing;
        private final List<SpecScenario> scenarios;
        private final Listener listener;
        private final long began = System.nanoTime();
        private Instance instance;
        private ResourceUse before = new ResourceUse(Double.NaN, Double.NaN);
        private long seed = selection.seed();
        private long commands;
        private int notAgain;

        Rounds(
                ServerPool pool,
                CucumberLauncher launcher,
                MissingCommands missing,
                List<SpecScenario> scenarios,
                Listener listener)
                throws ServerUnavailable {
            this.pool = pool;
            this.launcher = launcher;
            this.missing = missing;
            this.scenarios = scenarios;
            this.listener = listener;
            this.instance = pool.take();
        }

        End play(long seconds) throws ServerUnavailable {
            for (int round = 1; ; round++, seed++) {
                for (var scenario : scenarios) {
                    if (elapsed() > seconds) {
                        return new End(scenarios, state(), Optional.empty());
                    }
                    var failed = failure(scenario);
                    if (failed.isPresent()) {
                        return new End(scenarios, state(), failed);
                    }
                }
                if (round == ROUNDS_TO_WARM_UP) {
                    before = ResourceUse.of(instance.processIds());
                }
                listener.played(state());
            }
        }

        private double elapsed() {
            return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        }

        private State state() {
            return new State(seed, commands, elapsed(), notAgain, before, ResourceUse.of(instance.processIds()));
        }

        private Optional<ScenarioResult> failure(SpecScenario scenario) throws ServerUnavailable {
            var attempt = instance.run(scenario, runner(false), false);
            if (attempt.passed() || attempt.outcome() instanceof Outcome.Late) {
                return Optional.empty();
            }
            instance.isHealthy();
            pool.giveBack(instance);
            var verdict = attempt.isProof() ? attempt : alone(scenario, attempt);
            if (verdict.passed() || verdict.outcome() instanceof Outcome.Late) {
                notAgain++;
                instance = pool.take();
                return Optional.empty();
            }
            var shortest = ConversationShrinking.shortest(verdict, pool, seed, oracle);
            instance = pool.take();
            return Optional.of(new Verdicts(again.apply(seed), missing).of(shortest));
        }

        private Attempt alone(SpecScenario scenario, Attempt attempt) {
            return new IsolatedRerun(pool, runner(true), false, Progress.NONE, Map.of(scenario, attempt), judged -> {})
                    .judge(List.of(scenario))
                    .getOrDefault(scenario, attempt);
        }

        private ScenarioRunner runner(boolean alone) {
            return (scenario, context) -> {
                var exploring = context.exploring(seed, alone).against(oracle);
                var execution = launcher.run(scenario, exploring);
                commands += exploring.commands();
                return Attempt.of(scenario, execution, exploring);
            };
        }
    }
}
