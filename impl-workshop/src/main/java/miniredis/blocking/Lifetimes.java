package miniredis.blocking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Which keys end, and when: milliseconds since 1970. Any of them can be picked at random at once, which no Map can do, so they
 * stand in a list, and the map says at which place. The last one takes the place of one that goes.
 */
public class Lifetimes {
    /** The end of a key without a lifetime. No real end can be this late: EXPIRE refuses what would overflow. */
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

    /** @return any of the keys, each as likely as the others; there must be one */
    Bytes randomKey(RandomGenerator random) {
        return list.get(random.nextInt(list.size())).key();
    }
}
