package miniredis.blocking;

import java.time.InstantSource;
import java.util.Random;

/** A server without a port, for tests of its extensions. */
public final class TestCore {
    private TestCore() {}

    public static Core create() {
        var clock = InstantSource.system();
        var keyspace = new Keyspace(clock, new Random(1));
        var limits = Limits.forThisJvm(0, 100);
        return new Core(new Commands(keyspace, limits), keyspace, limits, clock);
    }
}
