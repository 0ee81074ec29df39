package miniredis.blocking;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A row of the command table.
 *
 * @param name in lower case
 * @param least the fewest arguments it takes, not counting its name
 * @param most the most arguments it takes
 * @param handler answers a request; it gets the arguments without the name, and can rely on their number
 */
record Command(String name, int least, int most, Function<List<Bytes>, Reply> handler) {
    static final int ANY_NUMBER = Integer.MAX_VALUE;

    private static final Reply OUT_OF_MEMORY =
            new Reply.ErrorMessage("OOM command not allowed when used memory > 'maxmemory'.");

    /** The same command, refused while memory is full. */
    Command needingMemory(BooleanSupplier isFull) {
        return new Command(name, least, most, arguments -> {
            if (isFull.getAsBoolean()) {
                Log.note("memory for data is full: commands that need more are refused");
                return OUT_OF_MEMORY;
            }
            return handler.apply(arguments);
        });
    }
}
