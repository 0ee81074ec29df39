package miniredis.proof.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import miniredis.proof.exploration.RacyServer.Race;
import miniredis.spec.execution.Progress;
import miniredis.spec.execution.SpecificationRun;
import miniredis.spec.server.ServerSpec;
import miniredis.spec.specification.Selection;
import miniredis.spec.verdict.ScenarioResult;
import miniredis.spec.verdict.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Servers with one race each fail a plain run; the same server without a race never does. How often a race shows depends on how
 * busy the machine is, so here it has several runs to show. {@code mvn verify -Pproof -Dit.test=RacesAreCaught -Draces.runs=10}
 * counts in how many of ten runs it does.
 */
class RacesAreCaught {
    private static final int MOST_RUNS = 30;
    private static final int RUNS = Integer.getInteger("races.runs", 0);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aRaceShows(Race race) throws Exception {
        int caught = 0;
        int runs = 0;
        while (runs < Math.max(RUNS, MOST_RUNS) && (RUNS > 0 ? runs < RUNS : caught == 0)) {
            runs++;
            var failed = failed(race);
            caught += failed.isEmpty() ? 0 : 1;
            failed.forEach(result -> System.out.printf(
                    "%s  %s  %s%n",
                    race,
                    result.scenario().id(),
                    result.cause().map(Object::toString).orElse("")));
        }
        System.out.printf("%s: caught in %d of %d runs%n", race, caught, runs);
        assertThat(caught).isPositive();
    }

    @Test
    void theSameServerWithoutARaceIsNeverBlamed() throws Exception {
        for (int run = 0; run < Math.max(RUNS, 3); run++) {
            assertThat(failed(Race.NONE)).isEmpty();
        }
    }

    private static List<ScenarioResult> failed(Race race) throws Exception {
        var server = ServerSpec.ofCommand(RacyServer.command(race)).server();
        var report = Path.of("spec-proof/target/proof/races");
        return new SpecificationRun(server, Selection.everything(false), report, Progress.NONE)
                .execute().scenarios().stream()
                        .filter(result -> result.status() == Status.FAILED)
                        .toList();
    }
}
