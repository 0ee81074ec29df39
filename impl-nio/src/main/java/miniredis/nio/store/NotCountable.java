package miniredis.nio.store;

/** A value that cannot be incremented; it has not changed. */
@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace, so one object is enough
public final class NotCountable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Its bytes are not a number of 64 bits as {@link Decimal} writes it. */
    public static final NotCountable NOT_AN_INTEGER = new NotCountable("not an integer");
    /** The sum would not fit in 64 bits. */
    public static final NotCountable OVERFLOW = new NotCountable("too large to be incremented");

    private NotCountable(String message) {
        super(message, null, false, false);
    }
}
