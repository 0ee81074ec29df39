package miniredis.spec.model;

import java.util.List;

/**
 * A point in time that is known to lie between two others, inclusive: when a request was carried out (after it was sent, before
 * its reply came), or when a key ends. Where the two are not far enough apart to say which of two moments is later, both answers
 * are possible, and the model allows what follows from either.
 *
 * @param earliest milliseconds since 1970
 * @param latest milliseconds since 1970
 */
public record Moment(long earliest, long latest) {
    /** The end of a key without a lifetime. */
    public static final Moment NEVER = at(Long.MAX_VALUE);

    /** A moment that is known exactly. */
    public static Moment at(long milliseconds) {
        return new Moment(milliseconds, milliseconds);
    }

    boolean isNever() {
        return earliest == Long.MAX_VALUE;
    }

    /** Adds a number of milliseconds that must not overflow. */
    Moment plus(long milliseconds) {
        return new Moment(earliest + milliseconds, latest + milliseconds);
    }

    /** Whether this moment is later than the other: one answer where that is certain, otherwise both. */
    List<Boolean> isAfter(Moment other) {
        if (earliest > other.latest) {
            return List.of(true);
        }
        return latest <= other.earliest ? List.of(false) : List.of(true, false);
    }

    /** This moment, now that it is known not to be before the other. */
    Moment notBefore(Moment other) {
        return new Moment(Math.min(latest, Math.max(earliest, other.earliest)), latest);
    }
}
