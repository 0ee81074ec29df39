package miniredis.spec.execution;

import java.util.Optional;
import miniredis.spec.verdict.Actual;

/**
 * The state of a server after a scenario.
 *
 * @param good whether it answers a new client, and still does what it could do at first
 * @param death how it ended, in words; empty while its process runs, even where that hangs
 * @param lost the command that it could carry out at first and can't any more
 * @param endedInPeace whether its process ended by itself, with exit code 0
 */
record Health(boolean good, Optional<String> death, Optional<String> lost, boolean endedInPeace) {
    static final Health GOOD = new Health(true, Optional.empty(), Optional.empty(), false);

    /** Whether its process runs, but answers no client. */
    boolean hangs() {
        return !good && death.isEmpty() && lost.isEmpty();
    }

    /** What became of a server that is not in good health, as seen by the client that got these bytes last. */
    Actual breakdown(byte[] bytes) {
        return death.<Actual>map(how -> new Actual.Died(bytes, how))
                .or(() -> lost.map(command -> new Actual.Spoiled(bytes, command)))
                .orElseGet(() -> new Actual.Hung(bytes));
    }
}
