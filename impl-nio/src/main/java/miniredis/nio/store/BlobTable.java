package miniredis.nio.store;

import java.util.ArrayList;

/** The large values of the keyspace, by number: an entry is off-heap and cannot hold an object. */
final class BlobTable {
    private final ArrayList<Blob> values = new ArrayList<>();
    private final ArrayList<Integer> free = new ArrayList<>();

    /** Keeps the value, becomes one more holder of it, and returns its number. */
    int add(Blob value) {
        if (free.isEmpty()) {
            values.add(value.hold());
            return values.size() - 1;
        }
        int number = free.remove(free.size() - 1);
        values.set(number, value.hold());
        return number;
    }

    Blob get(int number) {
        return values.get(number);
    }

    void remove(int number) {
        values.set(number, null).release();
        free.add(number);
    }
}
