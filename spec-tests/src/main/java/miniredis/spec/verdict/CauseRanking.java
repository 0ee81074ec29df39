package miniredis.spec.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts causes in the order in which to fix them: by step, because each builds on those before; what every client depends on
 * before what only exactness needs; and then in the order of the specification, because there, too, the simple things come first.
 */
final class CauseRanking {
    private static final Comparator<ScenarioResult> BY_STEP_AND_LEVEL = Comparator.comparingInt(
                    (ScenarioResult result) -> result.scenario().step())
            .thenComparing(result -> result.scenario().level());

    private CauseRanking() {}

    static List<RankedCause> in(List<ScenarioResult> results) {
        Map<Cause, List<ScenarioResult>> byCause = new LinkedHashMap<>();
        for (var result : results) {
            result.waitsFor()
                    .ifPresent(cause -> byCause.computeIfAbsent(cause, unknown -> new ArrayList<>())
                            .add(result));
        }
        var causes = new ArrayList<RankedCause>();
        byCause.forEach((cause, waiting) -> causes.add(
                new RankedCause(cause, waiting.stream().min(BY_STEP_AND_LEVEL).orElseThrow(), waiting.size())));
        causes.sort(Comparator.comparing((RankedCause ranked) -> ranked.cause().kind() != Cause.Kind.NO_REPLY)
                .thenComparing(CauseRanking::homeStep)
                .thenComparing(ranked -> ranked.first().scenario().level())
                .thenComparing(ranked -> ranked.cause().kind() == Cause.Kind.FRAMING)
                .thenComparing(ranked -> ranked.first().scenario().path())
                .thenComparing(ranked -> ranked.first().scenario().line()));
        return List.copyOf(causes);
    }

    private static int homeStep(RankedCause ranked) {
        int step = ranked.cause().step();
        return step == 0 ? ranked.first().scenario().step() : step;
    }
}
