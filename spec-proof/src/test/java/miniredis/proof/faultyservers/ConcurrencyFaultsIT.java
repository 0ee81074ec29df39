package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import miniredis.spec.cucumber.ScenarioNeeds;
import miniredis.spec.verdict.Cause;
import miniredis.spec.verdict.RankedCause;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers whose fault shows only while other clients send requests. They pass every scenario when it runs alone; but the whole
 * run fails, says so, and does not blame a rule for it. {@code -Dproof.runs=20} runs each of them 20 times.
 */
@Timeout(400)
@Execution(ExecutionMode.CONCURRENT)
class ConcurrencyFaultsIT {
    private static final int RUNS = Integer.getInteger("proof.runs", 1);

    @TempDir
    private Path folder;

    static Stream<String> onlyBesideOthers() {
        return each("breaks-others-lifetimes", "shares-its-reply", "ends-when-two-read");
    }

    static Stream<String> betweenClientsOfOneScenario() {
        return each("loses-counts");
    }

    private static Stream<String> each(String... behaviours) {
        return IntStream.range(0, RUNS).boxed().flatMap(run -> Stream.of(behaviours));
    }

    @ParameterizedTest
    @MethodSource("onlyBesideOthers")
    void isACauseOfItsOwn(String behaviour) throws Exception {
        var findings = new BadServer(behaviour, folder).run(BadServer.STEPS_1_TO_4);

        findings.exitCodeIs(1);
        assertThat(findings.run().causes())
                .isNotEmpty()
                // Random commands and races have several clients, so they may show the same when run alone.
                .allMatch(cause -> cause.cause().kind() == Cause.Kind.BESIDE_OTHERS
                        || ScenarioNeeds.of(cause.first().scenario()).explores());
    }

    /** If a scenario with several clients shows the fault when run alone, that scenario explains it. */
    @ParameterizedTest
    @MethodSource("betweenClientsOfOneScenario")
    void isExplainedByAScenarioThatShowsItAlone(String behaviour) throws Exception {
        var findings = new BadServer(behaviour, folder).run(BadServer.STEPS_1_TO_4);

        findings.exitCodeIs(1);
        assertThat(findings.run().firstToFix().orElseThrow().scenario().id()).startsWith("INCR-");
        assertThat(findings.run().causes())
                .extracting(RankedCause::cause)
                .extracting(Cause::kind)
                .doesNotContain(Cause.Kind.BESIDE_OTHERS);
    }
}
