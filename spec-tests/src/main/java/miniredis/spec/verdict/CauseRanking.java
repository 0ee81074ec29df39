package miniredis.spec.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import miniredis.spec.wire.Recording;

/**
 * Puts causes in the order in which to fix them: by step, because each builds on those before; what every client depends on
 * before what only exactness needs; and then in the order of the specification, because there, too, the simple things come first.
 */
final class CauseRanking {
    private static final Comparator<ScenarioResult> BY_STEP_AND_LEVEL = Comparator.comparingInt(
                    (ScenarioResult result) -> result.scenario().step())
            .thenComparing(result -> result.scenario().level());

    /** Requests that differ by less are equally small. */
    private static final int ABOUT_A_REQUEST = 64;

    /** A crash is best looked at where as little as possible happened, as early as possible. */
    private static final Comparator<ScenarioResult> BY_SIZE = BY_STEP_AND_LEVEL
            .thenComparingInt((ScenarioResult result) -> result.recordings().size())
            .thenComparingLong(result -> sent(result) / ABOUT_A_REQUEST);

    private CauseRanking() {}

    /** A cause, and the first in reading order that shows it. */
    private record Ranked(RankedCause cause, ScenarioResult earliest) {}

    /** @param explained ids of those that show their cause less well than others */
    static List<RankedCause> in(List<ScenarioResult> results, Set<String> explained) {
        Map<Cause, List<ScenarioResult>> byCause = new LinkedHashMap<>();
        for (var result : results) {
            result.waitsFor()
                    .ifPresent(cause -> byCause.computeIfAbsent(cause, unknown -> new ArrayList<>())
                            .add(result));
        }
        var causes = new ArrayList<Ranked>();
        byCause.forEach((cause, waiting) -> causes.add(ranked(cause, waiting, explained)));
        causes.sort(
                Comparator.comparing((Ranked ranked) -> ranked.cause().cause().kind() != Cause.Kind.NO_REPLY)
                        .thenComparing(CauseRanking::homeStep)
                        .thenComparing(ranked -> ranked.earliest().scenario().level())
                        .thenComparing(ranked -> ranked.cause().cause().kind() == Cause.Kind.FRAMING)
                        .thenComparing(ranked -> ranked.earliest().scenario().path())
                        .thenComparing(ranked -> ranked.earliest().scenario().line()));
        return causes.stream().map(Ranked::cause).toList();
    }

    private static Ranked ranked(Cause cause, List<ScenarioResult> waiting, Set<String> explained) {
        var showing = waiting.stream()
                .filter(result -> !explained.contains(result.scenario().id()))
                .toList();
        var earliest = showing.stream().min(BY_STEP_AND_LEVEL).orElse(waiting.get(0));
        var best =
                cause.kind() == Cause.Kind.CRASH ? showing.stream().min(BY_SIZE).orElse(earliest) : earliest;
        return new Ranked(new RankedCause(cause, best, waiting.size()), earliest);
    }

    private static long sent(ScenarioResult result) {
        return result.recordings().values().stream()
                .flatMap(recording -> recording.pieces().stream())
                .filter(Recording.Piece::sent)
                .mapToLong(Recording.Piece::length)
                .sum();
    }

    private static int homeStep(Ranked ranked) {
        int step = ranked.cause().cause().step();
        return step == 0 ? ranked.earliest().scenario().step() : step;
    }
}
