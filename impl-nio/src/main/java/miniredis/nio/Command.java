package miniredis.nio;

/**
 * One row of the table of commands.
 *
 * @param name in lower case, at most eight letters
 * @param arity how many arguments, the name included; negative: at least that many
 * @param needsMemory whether it is refused when memory for data is full; Redis calls this denyoom
 */
record Command(String name, int arity, boolean needsMemory, Action action) {
    /** One that is carried out however full memory is. */
    Command(String name, int arity, Action action) {
        this(name, arity, false, action);
    }

    interface Action {
        /** Carries out a request with the right number of arguments; @throws CommandError to reply with an error. */
        void run(Request request, Reply reply);
    }

    boolean takes(int count) {
        return arity >= 0 ? count == arity : count >= -arity;
    }
}
