package miniredis.nio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that an attacker chose because they collide, but without knowing the secret of this server. */
class CollisionTest {
    private static final int MANY = 20_000;

    @Test
    void keysThatCollideForStringHashCode() {
        assertSpread(javaCollisions());
    }

    @Test
    void keysThatCollideUnderAnotherSecret() {
        var known = new Key(new SipHash(1, 2));
        var keys = new ArrayList<String>();
        for (int i = 0; keys.size() < MANY; i++) {
            var name = "key:" + i;
            known.load(Slices.of(name));
            if ((known.hash() & Bucket.SLOTS - 1) == 0) { // the same slot of every page
                keys.add(name);
            }
        }
        assertSpread(keys);
    }

    @Test
    void aFullHashCollisionIsStillTwoKeys() {
        var known = new Key(new SipHash(1, 2));
        var keyspace = new Keyspace(new Segments(Long.MAX_VALUE), InstantSource.system(), new SipHash(1, 2));
        var pair = twoWithTheSameHash(known);
        keyspace.set(Slices.of(pair.get(0)), Slices.of("first"));
        assertThat(keyspace.get(Slices.of(pair.get(1)))).isNull();
        keyspace.set(Slices.of(pair.get(1)), Slices.of("second"));
        assertThat(Slices.bytes(keyspace.get(Slices.of(pair.get(0)))))
                .asString()
                .isEqualTo("first");
        assertThat(Slices.bytes(keyspace.get(Slices.of(pair.get(1)))))
                .asString()
                .isEqualTo("second");
    }

    /** "Aa" and "BB" have the same hashCode, and so have all strings made of them. */
    private static List<String> javaCollisions() {
        var keys = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            keys.add(Integer.toBinaryString(i + (1 << 16)).replace("0", "Aa").replace("1", "BB"));
        }
        return keys;
    }

    private static List<String> twoWithTheSameHash(Key key) {
        var seen = new HashMap<Integer, String>();
        for (int i = 0; ; i++) {
            var name = "key:" + i;
            key.load(Slices.of(name));
            var other = seen.put(key.hash(), name);
            if (other != null) {
                return List.of(other, name);
            }
        }
    }

    /** Under this server's secret their hashes are as different as any, and so are the slots where searches begin. */
    private static void assertSpread(List<String> keys) {
        var key = new Key(new SipHash(0x1234_5678_9ABC_DEF0L, 0x0FED_CBA9_8765_4321L));
        var hashes = new HashSet<Integer>();
        var perSlot = new int[Bucket.SLOTS];
        for (var name : keys) {
            key.load(Slices.of(name));
            hashes.add(key.hash());
            perSlot[key.hash() & Bucket.SLOTS - 1]++;
        }
        assertThat(hashes).hasSizeGreaterThan(keys.size() - 5);
        int fair = keys.size() / Bucket.SLOTS;
        assertThat(Arrays.stream(perSlot).max().orElseThrow()).isLessThan(4 * fair + 20);
    }
}
