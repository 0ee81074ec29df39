package miniredis.blocking;

import java.util.List;
import java.util.function.Function;

/** A row of the command table: the rules for every request of that name, and the code that carries it out. */
public class Command {
    public static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final String name;
    private final int least;
    private final int most;
    private final Function<List<Bytes>, Reply> handler;

    /**
     * @param name in lower case
     * @param least the fewest arguments it takes, not counting its name
     * @param most the most arguments it takes
     * @param handler answers a request; it gets the arguments without the name, and can rely on their number
     */
    public Command(String name, int least, int most, Function<List<Bytes>, Reply> handler) {
        this.name = name;
        this.least = least;
        this.most = most;
        this.handler = handler;
    }

    public String name() {
        return name;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /** @throws CommandException if it can't be carried out */
    public Reply answer(List<Bytes> arguments) {
        return handler.apply(arguments);
    }
}
