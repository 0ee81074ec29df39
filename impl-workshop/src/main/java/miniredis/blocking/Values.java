package miniredis.blocking;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values by key, and how much memory they take. To be used under the lock of the {@link Keyspace}. */
@SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock of the keyspace alone
final class Values {
    /** Of an entry: the map's node and its place in the table, in bytes. */
    private static final int ENTRY = 48;

    private final Map<Bytes, Bytes> map = new HashMap<>();
    private volatile long memory; // written under the lock, read by anyone
    private volatile long memoryOfLifetimes; // and this

    /** @return the value, or {@code null} */
    @Nullable
    Bytes get(Bytes key) {
        return map.get(key);
    }

    void put(Bytes key, Bytes value) {
        var before = map.put(key, value);
        memory += value.memory() - (before == null ? -(ENTRY + key.memory()) : before.memory());
        memoryOfLifetimes += before == null ? Lifetimes.memoryFor(key) : 0;
    }

    void remove(Bytes key) {
        var before = map.remove(key);
        if (before != null) {
            memory -= ENTRY + key.memory() + before.memory();
            memoryOfLifetimes -= Lifetimes.memoryFor(key);
        }
    }

    void clear() {
        map.clear();
        memory = 0;
        memoryOfLifetimes = 0;
    }

    int size() {
        return map.size();
    }

    /** Bytes on the heap, as far as that can be known. */
    long memory() {
        return memory;
    }

    /** Bytes that lifetimes would take, if each of these keys had one. */
    long memoryOfLifetimes() {
        return memoryOfLifetimes;
    }
}
