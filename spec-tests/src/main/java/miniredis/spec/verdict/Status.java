package miniredis.spec.verdict;

import java.util.Locale;

/** The verdict over one scenario. */
public enum Status {
    PASSED,
    FAILED,
    /** It could not be told: the machine was too slow, or the server could not be started again. */
    INCONCLUSIVE,
    /** There was no server to run it on. */
    NOT_RUN;

    /** As results name it: {@code passed}, {@code not-run}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
