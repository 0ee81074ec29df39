package miniredis.nio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Messages for connections other than the one that is being served, and the connections that have got some. */
final class PublishedMessages {
    private final Reply reply = new Reply();
    private final Set<Connection> receivers = new LinkedHashSet<>();

    /** The object to write the next message with. */
    Reply begin(Outbox outbox, Client client) {
        reply.begin(outbox, client);
        return reply;
    }

    void written(Connection receiver) {
        receivers.add(receiver);
    }

    boolean isEmpty() {
        return receivers.isEmpty();
    }

    /** The connections that have got messages since {@link #clear}. */
    List<Connection> receivers() {
        return List.copyOf(receivers);
    }

    void clear() {
        receivers.clear();
    }
}
