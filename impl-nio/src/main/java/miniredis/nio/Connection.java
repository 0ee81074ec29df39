package miniredis.nio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One client.
 *
 * <pre>
 *                 too many replies unread,
 *                 or its turn is over
 *            +-----------------------------> PAUSED ---+
 *   accept   |                                 |       |
 *   -------> OPEN <----------------------------+       | takes nothing for too long
 *            |     the client takes more again         |
 *            | end of input, protocol error            v
 *            +-----------------------------> LAST ---> CLOSED
 *            |                                all sent ^
 *            |   the connection broke                  |
 *            +-----------------------------------------+
 * </pre>
 *
 * Only OPEN reads. PAUSED continues with the requests it has when the socket takes more. LAST still sends every reply it
 * owes: the client may have closed only its sending side, or its earlier requests may have been correct.
 */
final class Connection implements Client.Pusher {
    /** Bytes of messages that may wait for a subscriber to read them; Redis has the same limit. */
    private static final int MOST_MESSAGES = 32 * 1024 * 1024;

    private enum State {
        OPEN,
        PAUSED,
        LAST,
        CLOSED
    }

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Parser parser;
    private final ServerParts parts;
    private final Client client;
    private @Nullable Outbox ownMessages; // the messages it has published to itself with the current request
    private boolean broken; // a message could not be written
    private State state = State.OPEN;
    private long progress; // what the outbox had sent when the client was last seen to take something
    private long progressAt;
    private long charged; // the cost that ClientMemory counts for it

    Connection(SocketChannel channel, SelectionKey key, ServerParts parts) {
        this.channel = channel;
        this.key = key;
        this.parts = parts;
        this.inbox = new Inbox(parts.workspace().readBuffer());
        this.outbox = new Outbox(channel, parts.workspace().wire());
        this.parser = new Parser(parts.keyspace().blobs());
        var connected = parts.commands().connected();
        this.client = new Client(connected.nextId(), parts.keyspace().now(), address(true), address(false), this);
        connected.add(client);
    }

    private String address(boolean remote) {
        try {
            var address = remote ? channel.getRemoteAddress() : channel.getLocalAddress();
            return String.valueOf(address).replaceFirst("^.*/", "");
        } catch (IOException gone) {
            return "?:0";
        }
    }

    @Override
    public Reply begin(Reply current) {
        if (!current.isFor(client)) {
            return parts.messages().begin(outbox, client);
        }
        if (ownMessages == null) {
            ownMessages = Outbox.holding();
        }
        return parts.messages().begin(ownMessages, client);
    }

    /** A message to another connection is sent immediately; {@link EventLoop} settles what that socket did not take. */
    @Override
    public void end(Reply message, Reply current) {
        if (current.isFor(client)) {
            message.flush();
            return;
        }
        try {
            message.flush();
        } catch (UncheckedIOException gone) {
            broken = true;
        }
        parts.messages().written(this);
    }

    /** To be called after this connection got messages; @return false if it should be closed */
    boolean settleMessages() {
        if (state == State.CLOSED) {
            return true;
        }
        if (broken || outbox.size() > MOST_MESSAGES) {
            return false;
        }
        settle();
        return true;
    }

    /** Does what the socket is ready for. */
    void serve() throws IOException {
        outbox.allow(parts.timeSlice().begin(outbox.sent()));
        if (key.isWritable()) {
            outbox.flush();
        }
        int read = 0;
        if (state == State.OPEN && key.isReadable()) {
            read = inbox.fill(channel, parts.timeSlice().readAtMost());
        }
        if (state == State.OPEN || state == State.PAUSED) {
            carryOutRequests();
        }
        if (state == State.CLOSED) {
            return;
        }
        parts.timeSlice().end(read, outbox.sent());
        inbox.putAside();
        if (read < 0) {
            state = State.LAST;
        }
        settle();
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Whether replies wait for the client to take them, or requests wait until it has taken enough. */
    boolean owesReplies() {
        return outbox.size() > 0 || state == State.PAUSED;
    }

    /** From now on the client is expected to take replies. */
    void startWaiting(long nanoTime) {
        progress = outbox.sent();
        progressAt = nanoTime;
    }

    /** Whether the client has taken no reply for too long. Must be called more often than that to notice progress. */
    boolean isStuck(long nanoTime) {
        if (outbox.sent() != progress) {
            startWaiting(nanoTime);
        }
        return owesReplies()
                && nanoTime - progressAt > parts.limits().patience().toNanos();
    }

    /** Bytes of memory that are held for it. */
    long cost() {
        return state == State.CLOSED ? 0 : inbox.held() + parser.held() + outbox.held() + client.held();
    }

    /** The cost that {@link ClientMemory} counts for it: what {@link #cost} was when it last asked. */
    long charged() {
        return charged;
    }

    void setCharged(long cost) {
        charged = cost;
    }

    /** Ends it and releases all its memory. */
    void close() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        inbox.abandon();
        parser.abandon();
        outbox.abandon();
        parts.clientMemory().release(this);
        parts.commands().forget(client);
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            // there is nothing else to close
        }
    }

    private void carryOutRequests() {
        var reply = parts.workspace().reply();
        var batch = parts.workspace().batch();
        reply.begin(outbox, client);
        state = State.OPEN;
        boolean over = isBehind();
        boolean more = true;
        while (more && !over) {
            batch.fill(parser, inbox);
            if (batch.count() > 1) {
                prefetchKeys(batch);
            }
            if (!carryOut(batch, reply)) {
                close();
                return;
            }
            if (client.isOver()) {
                state = State.LAST;
                break;
            }
            if (batch.error() != null) {
                if (!client.isQuiet()) {
                    reply.error(batch.error());
                }
                state = State.LAST;
            }
            more = batch.hasMore();
            over = isBehind() || more && parts.timeSlice().isOver(outbox.sent());
        }
        reply.flush();
        if (over && state == State.OPEN) {
            state = State.PAUSED;
        }
    }

    /** Assumes that the first argument is the key. If it is not, this only costs a little time. */
    private void prefetchKeys(Batch batch) {
        var keyspace = parts.keyspace();
        for (int i = 0; i < batch.count(); i++) {
            var request = batch.request(i);
            if (request.count() > 1) {
                keyspace.expect(request.argument(1));
            }
        }
        keyspace.prefetch();
    }

    /** Returns false if the connection must be closed without a reply. */
    private boolean carryOut(Batch batch, Reply reply) {
        try {
            for (int i = 0; i < batch.count(); i++) {
                var request = batch.request(i);
                if (!(client.isQuiet()
                        ? runQuietly(request, reply)
                        : parts.commands().run(client, request, reply))) {
                    return false;
                }
                if (ownMessages != null) {
                    reply.flush();
                    outbox.append(ownMessages);
                    ownMessages = null;
                }
                if (client.isOver()) {
                    return true;
                }
            }
            return true;
        } finally {
            batch.clear();
        }
    }

    private boolean runQuietly(Request request, Reply reply) {
        client.beginQuietRequest();
        reply.mute();
        try {
            return parts.commands().run(client, request, reply);
        } finally {
            reply.unmute();
            client.endQuietRequest();
        }
    }

    /** Whether too many replies wait for the client to take them. */
    private boolean isBehind() {
        long size = outbox.size();
        return size > parts.limits().unread()
                || size > Limits.UNREAD_IF_SCARCE && parts.clientMemory().isScarce();
    }

    /** Asks the selector for what the state needs: reading, writing, both or neither. */
    private void settle() {
        boolean owing = owesReplies();
        if (state == State.LAST && !owing) {
            close();
            return;
        }
        int interest = (state == State.OPEN ? SelectionKey.OP_READ : 0) | (owing ? SelectionKey.OP_WRITE : 0);
        if (interest != key.interestOps()) {
            key.interestOps(interest);
        }
    }
}
