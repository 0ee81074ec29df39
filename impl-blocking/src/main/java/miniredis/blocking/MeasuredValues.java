package miniredis.blocking;

import java.util.HashMap;

/** The values by key, and about how much memory both take. */
final class MeasuredValues extends HashMap<Bytes, Bytes> {
    private static final long serialVersionUID = 1L;
    /** For an entry of the map, two objects and two arrays, as a 64-bit JVM with compressed pointers has them. */
    private static final int OVERHEAD = 112;

    private long memory;

    long memory() {
        return memory;
    }

    @Override
    public Bytes put(Bytes key, Bytes value) {
        var old = super.put(key, value);
        memory += old == null ? size(key, value) : value.length() - old.length();
        return old;
    }

    @Override
    public Bytes remove(Object key) {
        var old = super.remove(key);
        memory -= old == null ? 0 : size((Bytes) key, old);
        return old;
    }

    @Override
    public void clear() {
        super.clear();
        memory = 0;
    }

    private static long size(Bytes key, Bytes value) {
        return (long) key.length() + value.length() + OVERHEAD;
    }
}
