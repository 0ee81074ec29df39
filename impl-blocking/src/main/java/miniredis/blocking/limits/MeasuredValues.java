package miniredis.blocking.limits;

import java.util.HashMap;
import miniredis.blocking.Bytes;
import miniredis.blocking.Keyspace;
import org.jspecify.annotations.Nullable;

/** The values by key, and how much memory they take. Changed only under the {@link Keyspace}'s lock, measured by any thread. */
@SuppressWarnings("NonAtomicVolatileUpdate") // written only under the lock of the keyspace
final class MeasuredValues extends HashMap<Bytes, Bytes> {
    private volatile long memory;
    private volatile long memoryOfLifetimes;

    @Override
    public @Nullable Bytes put(Bytes key, Bytes value) {
        var before = super.put(key, value);
        memory += HeapSize.of(value) - (before == null ? -entry(key) : HeapSize.of(before));
        memoryOfLifetimes += before == null ? HeapSize.ofLifetime(key) : 0;
        return before;
    }

    @Override
    public @Nullable Bytes remove(Object key) {
        var before = super.remove(key);
        if (before != null) {
            memory -= entry((Bytes) key) + HeapSize.of(before);
            memoryOfLifetimes -= HeapSize.ofLifetime((Bytes) key);
        }
        return before;
    }

    private static long entry(Bytes key) {
        return HeapSize.ENTRY + HeapSize.of(key);
    }

    @Override
    public void clear() {
        super.clear();
        memory = 0;
        memoryOfLifetimes = 0;
    }

    /** Bytes on the heap. */
    long memory() {
        return memory;
    }

    /** Bytes that lifetimes would take, if each of these keys had one. */
    long memoryOfLifetimes() {
        return memoryOfLifetimes;
    }
}
