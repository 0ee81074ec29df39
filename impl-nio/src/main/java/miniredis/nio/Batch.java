package miniredis.nio;

import java.util.stream.Stream;
import miniredis.nio.store.Keyspace;
import miniredis.nio.store.StoreFull;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one connection that have arrived together. They are parsed before the first of them is carried out, so that
 * all their keys can be fetched at the same time. There is one such object, in the {@link Workspace}.
 */
final class Batch {
    /** How many requests at most: as many as the keyspace can fetch keys at the same time. */
    static final int SIZE = Keyspace.MOST_EXPECTED;

    private final Request[] requests = Stream.generate(Request::new).limit(SIZE).toArray(Request[]::new);
    private int count;
    private boolean more;
    private @Nullable String error;

    /** Takes as many requests out of the inbox as are complete, up to {@link #SIZE}. */
    void fill(Parser parser, Inbox inbox) {
        clear(); // a failure may have left requests of another client
        error = null;
        try {
            while (count < SIZE && parser.next(inbox)) {
                requests[count] = parser.exchange(requests[count]);
                count++;
            }
        } catch (ProtocolError wrong) {
            error = wrong.text();
        } catch (StoreFull full) { // before a request is complete
            error = CommandError.OUT_OF_MEMORY.text();
        }
        more = count == SIZE && !inbox.isEmpty();
    }

    int count() {
        return count;
    }

    Request request(int index) {
        return requests[index];
    }

    /** Whether the bytes after these requests may hold another one. */
    boolean hasMore() {
        return more;
    }

    /** What is wrong with the bytes after these requests, or null. */
    @Nullable
    String error() {
        return error;
    }

    /** Forgets the requests, and releases their large arguments. */
    void clear() {
        for (int i = 0; i < count; i++) {
            requests[i].clear();
        }
        count = 0;
    }
}
