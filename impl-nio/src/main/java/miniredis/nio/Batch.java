package miniredis.nio;

import java.util.stream.Stream;

/**
 * Requests of one connection that have arrived together, taken in before the first of them is carried out, so that the
 * keyspace can fetch all their keys at the same time. There is one such object, used by all connections in turn.
 */
final class Batch {
    /** How many requests at most: as many as a processor can wait for at the same time, more or less. */
    static final int SIZE = 16;

    private final Keyspace keyspace;
    private final Request[] requests = Stream.generate(Request::new).limit(SIZE).toArray(Request[]::new);
    private int count;
    private boolean more;
    private String error;

    Batch(Keyspace keyspace) {
        this.keyspace = keyspace;
    }

    /** Takes as many requests out of the inbox as are complete, up to {@link #SIZE}. */
    void fill(Parser parser, Inbox inbox) {
        clear(); // should a failure have left any: they were another client's
        error = null;
        try {
            while (count < SIZE && parser.next(inbox)) {
                requests[count] = parser.exchange(requests[count]);
                count++;
            }
        } catch (ProtocolError | CommandError wrong) { // the latter if memory is full before a request is complete
            error = wrong.getMessage();
        }
        more = count == SIZE && !inbox.isEmpty();
        if (count > 1) {
            keyspace.expect(this);
        }
    }

    int count() {
        return count;
    }

    Request request(int index) {
        return requests[index];
    }

    /** Whether the bytes behind these requests may hold another one. */
    boolean hasMore() {
        return more;
    }

    /** What is wrong with the bytes behind these requests, or null. */
    String error() {
        return error;
    }

    /** Forgets the requests, and lets go of the large arguments nobody else holds. */
    void clear() {
        for (int i = 0; i < count; i++) {
            requests[i].clear();
        }
        count = 0;
    }
}
