package miniredis.nio.store;

/** A value that one cannot be added to; it has not changed. */
@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace, so one is as good as many
public final class NotCountable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Its bytes are not a number of 64 bits as {@link Decimal} writes it. */
    public static final NotCountable NOT_AN_INTEGER = new NotCountable("not an integer");
    /** It is the largest number there is. */
    public static final NotCountable OVERFLOW = new NotCountable("too large to be incremented");

    private NotCountable(String message) {
        super(message, null, false, false);
    }
}
