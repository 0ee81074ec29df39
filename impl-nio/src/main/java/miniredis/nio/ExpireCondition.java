package miniredis.nio;

import java.util.Locale;
import miniredis.nio.store.Keyspace;

/** The options of EXPIRE: set the expiry only if there is none, if there is one, if the new one is later, or earlier. */
record ExpireCondition(boolean nx, boolean xx, boolean gt, boolean lt) {
    private static final ExpireCondition NONE = new ExpireCondition(false, false, false, false);

    private static final int OPTIONS = 3;

    /** @throws CommandError if an argument after the time is not an option, or two of them contradict each other */
    static ExpireCondition parse(Request request) {
        if (request.count() == OPTIONS) {
            return NONE;
        }
        boolean nx = false;
        boolean xx = false;
        boolean gt = false;
        boolean lt = false;
        for (int i = OPTIONS; i < request.count(); i++) {
            var option = request.argument(i).text(Integer.MAX_VALUE);
            switch (option.toLowerCase(Locale.ROOT)) {
                case "nx" -> nx = true;
                case "xx" -> xx = true;
                case "gt" -> gt = true;
                case "lt" -> lt = true;
                default -> throw new CommandError("ERR Unsupported option " + option);
            }
        }
        if (nx && (xx || gt || lt)) {
            throw new CommandError("ERR NX and XX, GT or LT options at the same time are not compatible");
        }
        if (gt && lt) {
            throw new CommandError("ERR GT and LT options at the same time are not compatible");
        }
        return new ExpireCondition(nx, xx, gt, lt);
    }

    /** Whether a key that expires at {@code current} may be given this deadline instead, in milliseconds. */
    boolean allows(long current, long deadline) {
        boolean permanent = current == Keyspace.NEVER; // a permanent key outlives every deadline
        return !(nx && !permanent
                || xx && permanent
                || gt && (permanent || deadline <= current)
                || lt && !permanent && deadline >= current);
    }
}
