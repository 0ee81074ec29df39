package miniredis.blocking.limits;

import miniredis.blocking.Bytes;
import miniredis.blocking.Lifetimes;

/** The lifetimes, and how much memory they take. Changed only under the lock of the keyspace, measured by any thread. */
@SuppressWarnings("NonAtomicVolatileUpdate") // written only under the lock of the keyspace
final class MeasuredLifetimes extends Lifetimes {
    private volatile long memory;

    @Override
    protected void put(Bytes key, long end) {
        int before = size();
        super.put(key, end);
        memory += size() > before ? HeapSize.ofLifetime(key) : 0;
    }

    @Override
    protected void remove(Bytes key) {
        int before = size();
        super.remove(key);
        memory -= size() < before ? HeapSize.ofLifetime(key) : 0;
    }

    @Override
    protected void clear() {
        super.clear();
        memory = 0;
    }

    /** Bytes on the heap. */
    long memory() {
        return memory;
    }
}
