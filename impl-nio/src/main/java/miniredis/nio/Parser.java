package miniredis.nio;

import static java.util.Objects.requireNonNull;

import miniredis.nio.store.Blob;
import miniredis.nio.store.BlobAllocator;
import miniredis.nio.store.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * Finds requests in a connection's bytes. It takes what has arrived and remembers where the bytes ended, so a request
 * may come in any number of pieces, and no byte is read twice.
 *
 * <pre>
 *            *             $                  long
 *   START ------> COUNT ------> LENGTH ---------------> BLOB
 *     |                         ^ |  ^                   |
 *     |                         | v  +--- SKIP <---------+
 *     |                       PAYLOAD      |
 *     | other         last one |           | last one
 *     +------> INLINE ------> COMPLETE <---+   ---------> START
 * </pre>
 *
 * The rules are those of the Redis serialization protocol, and where that is silent those of Redis's networking.c:
 * a line ends at a CR, the byte after it is skipped whatever it is, and so are the two bytes after a bulk string.
 */
final class Parser {
    /** A line, or the beginning of one, longer than this is refused, in bytes. */
    private static final int MAX_LINE = 64 * 1024;
    /** The longest bulk string, in bytes: Redis's proto-max-bulk-len. */
    private static final int MAX_BULK = 512 * 1024 * 1024;

    private static final int LINE_END = 2;

    private enum State {
        START,
        COUNT,
        LENGTH,
        PAYLOAD,
        BLOB,
        SKIP,
        INLINE,
        COMPLETE
    }

    private final BlobAllocator blobs;
    private Request request = new Request();
    private State state = State.START;
    private int at; // the next byte to look at, from the beginning of the request
    private int scanned; // how many bytes of the current line are known not to end it
    private int missing; // arguments
    private int length; // of the bulk string, or what is missing of a large one
    private @Nullable Blob blob;

    Parser(BlobAllocator blobs) {
        this.blobs = blobs;
    }

    /** Returns the request that {@link #next} has found, and keeps the empty one in its place. */
    Request exchange(Request empty) {
        var found = request;
        request = empty;
        return found;
    }

    /**
     * Looks for the next request and takes its bytes out of the inbox.
     *
     * @return false if the rest of it has not arrived
     * @throws ProtocolError if the bytes cannot be a request
     */
    boolean next(Inbox in) throws ProtocolError {
        request.locate(in.bytes(), in.start());
        while (true) {
            boolean moved = switch (state) {
                case START -> start(in);
                case COUNT -> count(in);
                case LENGTH -> length(in);
                case PAYLOAD -> payload(in);
                case BLOB -> blob(in);
                case SKIP -> skip(in);
                case INLINE -> inline(in);
                case COMPLETE -> true;
            };
            if (!moved) {
                return false;
            }
            if (state == State.COMPLETE) {
                in.consume(in.start() + at);
                state = State.START;
                if (request.count() > 0) {
                    return true;
                }
                request.locate(in.bytes(), in.start()); // an empty request gets no reply
            }
        }
    }

    /** Bytes of memory that the unfinished request takes, besides those in the inbox. */
    long held() {
        return request.held() + (blob == null ? 0 : blob.length());
    }

    /** Releases everything that an incomplete request holds. */
    void abandon() {
        request.clear();
        if (blob != null) {
            blob.release();
            blob = null;
        }
    }

    private boolean start(Inbox in) {
        if (in.isEmpty()) {
            return false;
        }
        at = 0;
        scanned = 0;
        state = in.bytes()[in.start()] == '*' ? State.COUNT : State.INLINE;
        return true;
    }

    /** {@code <here> *3\r\n$3\r\nSET\r\n} */
    private boolean count(Inbox in) throws ProtocolError {
        int end = line(in, '\r', "too big mbulk count string");
        if (end < 0) {
            return false;
        }
        long count = Decimal.parse(in.bytes(), in.start() + at + 1, end, Long.MAX_VALUE);
        if (count > Integer.MAX_VALUE) {
            throw new ProtocolError("invalid multibulk length");
        }
        missing = (int) Math.max(count, 0);
        lineDone(in, end);
        state = missing == 0 ? State.COMPLETE : State.LENGTH;
        return true;
    }

    /** {@code *3\r\n <here> $3\r\nSET\r\n} */
    private boolean length(Inbox in) throws ProtocolError {
        int end = line(in, '\r', "too big bulk count string");
        if (end < 0) {
            return false;
        }
        byte type = in.bytes()[in.start() + at];
        if (type != '$') {
            throw new ProtocolError("expected '$', got '" + (char) (type & 0xFF) + "'");
        }
        long declared = Decimal.parse(in.bytes(), in.start() + at + 1, end, -1);
        if (declared < 0 || declared > MAX_BULK) {
            throw new ProtocolError("invalid bulk length");
        }
        length = (int) declared;
        lineDone(in, end);
        if (length > Blob.THRESHOLD) {
            blob = blobs.take();
            state = State.BLOB;
        } else {
            state = State.PAYLOAD;
        }
        return true;
    }

    /** {@code $3\r\n <here> SET\r\n} */
    private boolean payload(Inbox in) {
        if (in.end() - in.start() - at < length + LINE_END) {
            return false;
        }
        request.add(at, length);
        at += length + LINE_END;
        argumentDone();
        return true;
    }

    /** {@code $100000\r\n <here> xxxxxxxx...}: what has arrived is stored where it will stay. */
    private boolean blob(Inbox in) {
        int from = in.start() + at;
        int arrived = Math.min(in.end() - from, length);
        var large = requireNonNull(blob, "taken when its length was read");
        large.append(in.bytes(), from, arrived);
        length -= arrived;
        if (length > 0) {
            in.truncate(from);
            return false;
        }
        at += arrived;
        request.add(large);
        blob = null;
        state = State.SKIP;
        return true;
    }

    /** {@code xxxxxxxx <here> \r\n} */
    private boolean skip(Inbox in) {
        if (in.end() - in.start() - at < LINE_END) {
            return false;
        }
        at += LINE_END;
        argumentDone();
        return true;
    }

    /** {@code <here> SET key "a value"\r\n} */
    private boolean inline(Inbox in) throws ProtocolError {
        int end = line(in, '\n', "too big inline request");
        if (end < 0) {
            return false;
        }
        int from = in.start();
        int to = end > from && in.bytes()[end - 1] == '\r' ? end - 1 : end;
        if (!InlineWords.split(in.bytes(), from, to, request)) {
            throw new ProtocolError("unbalanced quotes in request");
        }
        request.enlarge(blobs); // a long argument is a blob, in whatever form it came
        at = end + 1 - from;
        state = State.COMPLETE;
        return true;
    }

    private void argumentDone() {
        missing--;
        state = missing == 0 ? State.COMPLETE : State.LENGTH;
    }

    /**
     * The index of the terminator of the current line; -1 if it, or the byte after a CR, has not arrived yet. A NUL makes the
     * line endless, as in Redis, which searches for the terminator with strchr.
     */
    private int line(Inbox in, char terminator, String tooLong) throws ProtocolError {
        var bytes = in.bytes();
        int from = in.start() + at;
        int end = in.end();
        if (terminator == '\r'
                && end - from > 3
                && bytes[from + 2] == '\r'
                && bytes[from] > '\r'
                && bytes[from + 1] > '\r') {
            return from + 2; // nearly all lines are like $3\r\n
        }
        int i = from + scanned;
        while (i < end && bytes[i] != terminator && bytes[i] != 0) {
            i++;
        }
        boolean found = i < end && bytes[i] == terminator;
        if ((found ? i : end) - from > MAX_LINE) {
            throw new ProtocolError(tooLong);
        }
        if (found && (terminator == '\n' || i + 1 < end)) {
            return i;
        }
        scanned = i - from;
        return -1;
    }

    private void lineDone(Inbox in, int end) {
        at = end + LINE_END - in.start();
        scanned = 0;
    }
}
