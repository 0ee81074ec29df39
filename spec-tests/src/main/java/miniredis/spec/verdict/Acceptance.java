package miniredis.spec.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import miniredis.spec.i18n.Message;

/**
 * When a run counts as passed although not everything passes.
 *
 * @param known what may fail
 * @param atLeast how many have to pass
 */
public record Acceptance(Optional<KnownFailures> known, OptionalInt atLeast) {
    /** A run passes when everything does. */
    public static final Acceptance OF_NOTHING_LESS = new Acceptance(Optional.empty(), OptionalInt.empty());

    /** As {@link RunResult#exitCode}, but 0 as well for a run that is good enough. */
    public int exitCode(RunResult run) {
        if (atLeast.isEmpty() && known.isEmpty() || run.exitCode() == 0 && enoughPassIn(run)) {
            return run.exitCode();
        }
        if (!enoughPassIn(run) || !known.map(each -> each.newIn(run).isEmpty()).orElse(true)) {
            return Math.max(1, run.exitCode());
        }
        return wasMade(run) ? 0 : 2;
    }

    private boolean enoughPassIn(RunResult run) {
        return atLeast.isEmpty() || run.count(Status.PASSED) >= atLeast.getAsInt();
    }

    /** Whether the server could be judged: all was played, and the runner made no mistake. */
    private static boolean wasMade(RunResult run) {
        return run.count(Status.NOT_RUN) == 0
                && run.causes().stream().noneMatch(ranked -> ranked.cause().kind() == Cause.Kind.RUNNER);
    }

    /** What there is to say about it, a line each. */
    public List<Message> inWords(RunResult run) {
        var lines = new ArrayList<Message>();
        known.ifPresent(each -> {
            var others = each.newIn(run);
            lines.add(
                    others.isEmpty()
                            ? Message.of("acceptance.only-known")
                            : Message.of("acceptance.not-known", String.join(", ", others)));
            var passing = each.passingIn(run);
            if (!passing.isEmpty()) {
                lines.add(Message.of("acceptance.pass-now", String.join(", ", passing)));
            }
        });
        atLeast.ifPresent(least -> lines.add(Message.of(
                enoughPassIn(run) ? "acceptance.enough" : "acceptance.not-enough", run.count(Status.PASSED), least)));
        return lines;
    }
}
