package miniredis.nio.store;

/** There is no memory for what should be stored; nothing has changed. It is ordinary, and cheap to throw. */
@SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace, so one is as good as many
public final class StoreFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final StoreFull INSTANCE = new StoreFull();

    private StoreFull() {
        super("no memory is left for data", null, false, false);
    }
}
