package miniredis.spec.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.Messages;
import miniredis.spec.specification.ScenarioNames;
import miniredis.spec.specification.Selection;
import org.junit.jupiter.api.Test;

/** When a run counts as passed although not everything passes. The run is that of TCP-01 to TCP-04. */
class AcceptanceTest {
    private static final Selection TCP = new Selection(OptionalInt.empty(), Optional.of("TCP-*"), false);

    @Test
    void aRunPassesWhenNothingFailsButWhatIsKnownTo() {
        assertThat(known("TCP-01", "TCP-02").exitCode(run(Status.FAILED, "TCP-01", "TCP-02")))
                .isZero();
        assertThat(known("TCP-0*").exitCode(run(Status.FAILED, "TCP-01", "TCP-02")))
                .isZero();
        assertThat(known("TCP-01").exitCode(run(Status.FAILED, "TCP-01", "TCP-02")))
                .isEqualTo(1);
        assertThat(known("TCP-01").exitCode(run(Status.FAILED))).isZero();
    }

    @Test
    void aRunThatWasNotMadeDoesNotPass() {
        assertThat(known("TCP-01").exitCode(run(Status.NOT_RUN, "TCP-01"))).isEqualTo(2);
        assertThat(atLeast(1).exitCode(run(Status.NOT_RUN, "TCP-01"))).isEqualTo(2);
    }

    @Test
    void aRunPassesWhenEnoughPass() {
        assertThat(atLeast(3).exitCode(run(Status.FAILED, "TCP-01"))).isZero();
        assertThat(atLeast(4).exitCode(run(Status.FAILED, "TCP-01"))).isEqualTo(1);
        assertThat(atLeast(4).exitCode(run(Status.INCONCLUSIVE, "TCP-01"))).isEqualTo(1);
    }

    @Test
    void bothAreAskedForTogether() {
        var known = known("TCP-01").known();

        assertThat(new Acceptance(known, OptionalInt.of(3)).exitCode(run(Status.FAILED, "TCP-01")))
                .isZero();
        assertThat(new Acceptance(known, OptionalInt.of(4)).exitCode(run(Status.FAILED, "TCP-01")))
                .isEqualTo(1);
        assertThat(new Acceptance(known, OptionalInt.of(3)).exitCode(run(Status.FAILED, "TCP-02")))
                .isEqualTo(1);
    }

    @Test
    void whatPassesNowAndWhatFailsBesidesIsSaid() {
        assertThat(words(known("TCP-01", "TCP-03", "INCR-01"), run(Status.FAILED, "TCP-01", "TCP-02")))
                .containsExactly(
                        "These fail and are not known failures: TCP-02",
                        "These known failures pass now; take them off the list: TCP-03");
        assertThat(words(known("TCP-*"), run(Status.FAILED, "TCP-02")))
                .containsExactly("Nothing fails except known failures.");
        assertThat(words(atLeast(4), run(Status.FAILED, "TCP-02")))
                .containsExactly("Only 3 scenarios passed; at least 4 are required.");
    }

    private static List<String> words(Acceptance acceptance, RunResult run) {
        return acceptance.inWords(run).stream().map(Messages.ENGLISH::text).toList();
    }

    private static Acceptance known(String... names) {
        var known = new KnownFailures(new ScenarioNames(Arrays.asList(names)));
        return new Acceptance(Optional.of(known), OptionalInt.empty());
    }

    private static Acceptance atLeast(int scenarios) {
        return new Acceptance(Optional.empty(), OptionalInt.of(scenarios));
    }

    private static RunResult run(Status otherwise, String... ids) {
        var those = Set.of(ids);
        var results = TCP.scenarios().stream()
                .map(scenario -> {
                    boolean passed = !those.contains(scenario.id());
                    var cause = otherwise == Status.FAILED && !passed
                            ? Optional.of(Cause.brokenRule(scenario.rule()))
                            : Optional.<Cause>empty();
                    return new ScenarioResult(
                            scenario,
                            passed ? Status.PASSED : otherwise,
                            1,
                            Optional.empty(),
                            cause,
                            Message.NONE,
                            List.of(),
                            Map.of(),
                            "");
                })
                .collect(Collectors.toList());
        assertThat(results).hasSize(4);
        return RunResult.of("mine", "", TCP, results, Message.NONE);
    }
}
