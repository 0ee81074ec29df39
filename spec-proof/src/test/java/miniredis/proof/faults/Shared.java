package miniredis.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What all connections of a server share: the keys, and by mistake things that must not be shared. */
final class Shared {
    private final Keyspace keyspace;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<String> arguments = new ArrayList<>();

    @SuppressWarnings("JdkObsolete") // shared between threads by mistake, and not to break by itself
    private final StringBuffer replies = new StringBuffer();

    Shared(Fault slip) {
        this.keyspace = new Keyspace(slip);
    }

    Keyspace keyspace() {
        return keyspace;
    }

    /** By mistake, held while the server waits for a client. */
    ReentrantLock lock() {
        return lock;
    }

    /** A parser's list, used by all parsers by mistake. */
    List<String> arguments() {
        return arguments;
    }

    /** A buffer for replies, used by all connections by mistake. */
    StringBuffer replies() {
        return replies;
    }
}
