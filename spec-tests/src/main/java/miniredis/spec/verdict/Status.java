package miniredis.spec.verdict;

import java.util.Locale;

/** The verdict over one scenario. */
public enum Status {
    PASSED,
    FAILED,
    /** The machine was too slow, three times, to tell a right server from a wrong one. */
    INCONCLUSIVE,
    /** There was no server (any more) to play it on. */
    NOT_RUN;

    /** As results name it: {@code passed}, {@code not-run}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
