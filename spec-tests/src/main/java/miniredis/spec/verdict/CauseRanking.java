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
        var findings = new ArrayList<RankedCause>();
        byCause.forEach((cause, waiting) -> findings.add(
                new RankedCause(cause, waiting.stream().min(BY_STEP_AND_LEVEL).orElseThrow(), waiting.size())));
        findings.sort(
                Comparator.comparing((RankedCause finding) -> finding.cause().kind() != Cause.Kind.NO_REPLY)
                        .thenComparing(CauseRanking::homeStep)
                        .thenComparing(finding -> finding.first().scenario().level())
                        .thenComparing(finding -> finding.cause().kind() == Cause.Kind.FRAMING)
                        .thenComparing(finding -> finding.first().scenario().path())
                        .thenComparing(finding -> finding.first().scenario().line()));
        return List.copyOf(findings);
    }

    private static int homeStep(RankedCause finding) {
        int step = finding.cause().step();
        return step == 0 ? finding.first().scenario().step() : step;
    }
}
