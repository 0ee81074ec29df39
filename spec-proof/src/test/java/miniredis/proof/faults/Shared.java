package miniredis.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What all connections of a server have in common: the keys; and, for some mistakes, what they had better not share. */
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

    /** Held by mistake while a client is waited for. */
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
