package miniredis.spec.steps;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Which words of a command are keys, or channels: what a scenario must have for itself. */
final class KeyPositions {
    private static final Set<String> FIRST = Set.of(
            "GET",
            "SET",
            "INCR",
            "EXPIRE",
            "TTL",
            "INCRBY",
            "DECR",
            "DECRBY",
            "PERSIST",
            "PTTL",
            "PEXPIRE",
            "EXPIREAT",
            "PEXPIREAT",
            "EXPIRETIME",
            "PEXPIRETIME",
            "PUBLISH");
    private static final Set<String> ALL =
            Set.of("DEL", "EXISTS", "MGET", "WATCH", "SUBSCRIBE", "UNSUBSCRIBE", "PSUBSCRIBE", "PUNSUBSCRIBE");

    /** Where the keys begin, and how far they are apart. */
    private static final Map<String, int[]> EVERY = Map.of("MSET", new int[] {1, 2}, "PUBSUB", new int[] {2, 1});

    private KeyPositions() {}

    /**
     * @param name in capitals
     * @param words how many there are, with the name
     */
    static List<Integer> of(String name, int words) {
        if (FIRST.contains(name)) {
            return words > 1 ? List.of(1) : List.of();
        }
        var every = ALL.contains(name) ? new int[] {1, 1} : EVERY.get(name);
        if (every == null) {
            return List.of();
        }
        return IntStream.range(every[0], words)
                .filter(at -> (at - every[0]) % every[1] == 0)
                .boxed()
                .toList();
    }
}
