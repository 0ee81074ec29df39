package miniredis.spec.execution;

import java.util.Optional;

/** How a server can be found. */
final class Healths {
    static final Health HANGS = new Health(false, Optional.empty(), Optional.empty(), false);
    static final Health DIED = new Health(false, Optional.of("exited with code 7"), Optional.empty(), false);
    static final Health SPOILED = new Health(false, Optional.empty(), Optional.of("SET"), false);
    static final Health ENDED_IN_PEACE = new Health(false, Optional.of("exited with code 0"), Optional.empty(), true);

    private Healths() {}
}
