package miniredis.proof.faultyservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.RunResult;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;

/** What a run found out about a bad server. */
record JudgedRun(RunResult run) {
    /** Nothing failed; a machine too slow to judge some scenario is not the server's fault. */
    void areGood() {
        assertThat(with(Status.FAILED).stream().map(JudgedRun::inWords)).isEmpty();
        assertThat(run.exitCode()).as(run.totals().toString()).isZero();
    }

    void exitCodeIs(int code) {
        assertThat(run.exitCode()).as(run.totals().toString()).isEqualTo(code);
    }

    void passed(String... ids) {
        for (var id : ids) {
            assertThat(of(id).status()).as(inWords(of(id))).isEqualTo(Status.PASSED);
        }
    }

    void failed(String id) {
        assertThat(of(id).status()).as(inWords(of(id))).isEqualTo(Status.FAILED);
    }

    /** The scenario failed, and what is said about it contains this. */
    void failed(String id, String words) {
        failed(id);
        assertThat(inWords(of(id))).contains(words);
    }

    /** All of these passed, or there was no time to judge them; and there is at least one. */
    void noneFailed(Predicate<SpecScenario> these) {
        var results = run.scenarios().stream()
                .filter(result -> these.test(result.scenario()))
                .toList();
        assertThat(results).isNotEmpty();
        assertThat(results.stream()
                        .filter(result -> result.status() != Status.PASSED && result.status() != Status.INCONCLUSIVE))
                .map(JudgedRun::inWords)
                .isEmpty();
    }

    void someFailed() {
        assertThat(with(Status.FAILED)).as(run.totals().toString()).isNotEmpty();
    }

    /** Something failed, and every failure contains this text. */
    void everyFailureSays(String words) {
        someFailed();
        assertThat(with(Status.FAILED))
                .map(JudgedRun::inWords)
                .allSatisfy(said -> assertThat(said).contains(words));
    }

    List<ScenarioResult> with(Status status) {
        return run.scenarios().stream()
                .filter(result -> result.status() == status)
                .toList();
    }

    private ScenarioResult of(String id) {
        return run.scenarios().stream()
                .filter(result -> result.scenario().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String inWords(ScenarioResult result) {
        return "%s %s: %s %s (hint: %s)"
                .formatted(
                        result.scenario().id(),
                        result.status(),
                        result.failure()
                                .map(failure -> failure.then().toString())
                                .orElse("no failure"),
                        result.note(),
                        result.failure()
                                .flatMap(failure -> failure.hint())
                                .map(Object::toString)
                                .orElse("none"));
    }
}
