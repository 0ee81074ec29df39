package miniredis.blocking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The keys that have a lifetime, and when it ends, in milliseconds since 1970. A random one of them can be picked without a
 * search, which no Map can do: they are in a list, and a map gives the place of each. When one is removed, the last one takes its
 * place.
 */
public class Lifetimes {
    /** The end of a key without a lifetime: the largest number. EXPIRE refuses what would overflow it. */
    public static final long NEVER = Long.MAX_VALUE;

    private record Lifetime(Bytes key, long end) {}

    private final List<Lifetime> list = new ArrayList<>();
    private final Map<Bytes, Integer> places = new HashMap<>();

    /** @return when the key ends, or {@link #NEVER} */
    long end(Bytes key) {
        var place = places.get(key);
        return place == null ? NEVER : list.get(place).end();
    }

    protected void put(Bytes key, long end) {
        var place = places.putIfAbsent(key, list.size());
        if (place == null) {
            list.add(new Lifetime(key, end));
        } else {
            list.set(place, new Lifetime(key, end));
        }
    }

    protected void remove(Bytes key) {
        var place = places.remove(key);
        if (place == null) {
            return;
        }
        var last = list.remove(list.size() - 1);
        if (place < list.size()) {
            list.set(place, last);
            places.put(last.key(), place);
        }
    }

    protected void clear() {
        list.clear();
        places.clear();
    }

    protected int size() {
        return list.size();
    }

    /** @return a random key, each equally likely; there must be at least one */
    Bytes randomKey(RandomGenerator random) {
        return list.get(random.nextInt(list.size())).key();
    }
}
