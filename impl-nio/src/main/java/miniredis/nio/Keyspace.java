package miniredis.nio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;

/** Interim. */
final class Keyspace {
    static final long NEVER = Long.MAX_VALUE;
    private final InstantSource clock;
    private final HashMap<String, Entry> map = new HashMap<>();
    private final Value value = new Value();

    private static final class Entry {
        byte[] bytes;
        Large large;
        long at = NEVER;
    }

    Keyspace(Segments segments, InstantSource clock) {
        this.clock = clock;
    }

    long now() {
        return clock.millis();
    }

    boolean isTidy() {
        return true;
    }

    void tidy() {}

    private static String name(Argument key) {
        return new String(key.bytes(), key.from(), key.length(), StandardCharsets.ISO_8859_1);
    }

    private Entry live(Argument key) {
        var e = map.get(name(key));
        if (e != null && e.at <= now()) {
            map.remove(name(key));
            return null;
        }
        return e;
    }

    boolean exists(Argument key) {
        return live(key) != null;
    }

    long expiry(Argument key) {
        return live(key).at;
    }

    void expireAt(Argument key, long at) {
        if (at <= now()) {
            map.remove(name(key));
        } else {
            live(key).at = at;
        }
    }

    Value get(Argument key) {
        var e = live(key);
        if (e == null) {
            return null;
        }
        if (e.large != null) {
            value.locate(e.large);
        } else {
            value.locate(ByteBuffer.wrap(e.bytes).order(ByteOrder.LITTLE_ENDIAN), 0, e.bytes.length - 8);
        }
        return value;
    }

    void set(Argument key, Argument value) {
        var e = new Entry();
        if (value.large() != null) {
            e.large = value.large().hold();
        } else {
            e.bytes = new byte[value.length() + 8];
            System.arraycopy(value.bytes(), value.from(), e.bytes, 0, value.length());
        }
        map.put(name(key), e);
    }

    long increment(Argument key) {
        var e = live(key);
        if (e == null) {
            e = new Entry();
            e.bytes = new byte[9];
            e.bytes[0] = '0';
            map.put(name(key), e);
        }
        if (e.large != null || !Decimal.isNumber(e.bytes, 0, e.bytes.length - 8)) {
            throw CommandError.NOT_AN_INTEGER;
        }
        long v = Decimal.parse(e.bytes, 0, e.bytes.length - 8);
        if (v == Long.MAX_VALUE) {
            throw CommandError.OVERFLOW;
        }
        e.bytes = new byte[Decimal.length(v + 1) + 8];
        Decimal.write(v + 1, e.bytes, 0);
        return v + 1;
    }
}
