package miniredis.nio;

/**
 * One row of the table of commands.
 *
 * @param name in lower case, at most eight letters
 * @param arity how many arguments, the name included; negative: at least that many
 */
record Command(String name, int arity, Action action) {
    interface Action {
        /** Carries out a request with the right number of arguments; @throws CommandError to reply with an error. */
        void run(Request request, Reply reply);
    }

    boolean takes(int count) {
        return arity >= 0 ? count == arity : count >= -arity;
    }
}
