package miniredis.nio.store;

/** There is no memory for what should be stored; nothing has changed. This is a normal case, so it is cheap to throw. */
@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace, so one object is enough
public final class StoreFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final StoreFull INSTANCE = new StoreFull();

    private StoreFull() {
        super("no memory is left for data", null, false, false);
    }
}
