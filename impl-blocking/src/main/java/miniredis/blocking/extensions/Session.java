package miniredis.blocking.extensions;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Commands;
import miniredis.blocking.Keyspace;
import miniredis.blocking.ProtocolException;
import miniredis.blocking.Reply;
import miniredis.blocking.RequestHandler;
import miniredis.blocking.extensions.Row.Trait;
import org.jspecify.annotations.Nullable;

/**
 * One client: its settings, and the steps of each of its requests. Does the command exist? Is it allowed now? Must it be queued?
 * Only then is it carried out.
 *
 * <p>The client's own thread carries out its requests, while it holds the lock of the {@link Keyspace}, which protects all keys.
 * Other threads only put messages into its {@link Mailbox}.
 */
public final class Session implements RequestHandler {
    private static final String SUBSCRIBED =
            "ERR Can't execute '%s': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are"
                    + " allowed in this context";
    private static final String OUT_OF_MEMORY = "OOM command not allowed when used memory > 'maxmemory'.";

    private static final Set<String> MAY_SUBSCRIBE = Set.of("subscribe", "psubscribe", "exec");

    private final long id;
    private final Peer peer;
    private final Runnable requestRead;
    private final Extensions server;
    private final Keyspace lock;
    private final Commands commands;
    private final Statistics statistics;
    private final InstantSource clock;
    private final long since;
    private final Set<Bytes> channels = new LinkedHashSet<>();
    private final Set<Bytes> patterns = new LinkedHashSet<>();
    private final ReplyMode replyMode = new ReplyMode();
    /** The messages that the client has published to itself with the current request. */
    private final List<Reply> ownMessages = new ArrayList<>();

    private @Nullable Transaction transaction;
    private @Nullable Mailbox mailbox;
    private volatile String name = "";
    private volatile String lastCommand = "NULL";
    private volatile long lastUse;
    private volatile int protocol = 2;
    private boolean busy;
    private boolean over;

    Session(long id, Peer peer, Extensions server) {
        this.id = id;
        this.peer = peer;
        this.requestRead = peer.requestRead();
        this.server = server;
        this.lock = server.keyspace();
        this.commands = server.commands();
        this.statistics = server.statistics();
        this.clock = server.clock();
        this.since = clock.millis();
        this.lastUse = since;
    }

    @Override
    public Reply execute(List<Bytes> request) {
        requestRead.run();
        if (over) {
            return Replies.NOTHING;
        }
        Row row;
        try {
            row = ((Row) commands.find(request)).forRequest(request);
        } catch (CommandException unknown) {
            return inTurn(() -> refuse(request, unknown.text()));
        }
        if (mailbox == null && MAY_SUBSCRIBE.contains(row.name()) && !flushReplies()) {
            return Replies.NOTHING;
        }
        return inTurn(() -> answer(row, request));
    }

    /** Once the client has a mailbox, everything for it goes through that, so that the order is kept. */
    private Reply inTurn(Supplier<Reply> work) {
        synchronized (lock) {
            var reply = carriedOut(work);
            if (mailbox == null) {
                return protocol == 2 ? reply : new Replies.In(protocol, reply);
            }
            mailbox.put(new Replies.In(protocol, reply));
            ownMessages.forEach(mailbox::put);
            ownMessages.clear();
        }
        if (over) {
            mailbox.close();
        }
        return Replies.NOTHING;
    }

    private Reply carriedOut(Supplier<Reply> work) {
        busy = true;
        try {
            return replyMode.filter(work.get());
        } finally {
            busy = false;
        }
    }

    /** Sends earlier replies before any message. The lock is not held: a thread that holds it must not wait for a client. */
    private boolean flushReplies() {
        try {
            peer.replies().flush();
            return true;
        } catch (IOException left) {
            over = true;
            peer.hangUp().run();
            return false;
        }
    }

    /** {@inheritDoc} It comes after everything that waits in the mailbox. */
    @Override
    public Reply refuse(ProtocolException mistake) {
        over = true;
        return inTurn(() -> RequestHandler.super.refuse(mistake));
    }

    private Reply answer(Row row, List<Bytes> request) {
        if (row.is(Trait.NEEDS_MEMORY) && server.memory().isFull()) {
            return refuse(request, OUT_OF_MEMORY);
        }
        if (!maySend(row)) {
            return refuse(request, SUBSCRIBED.formatted(row.name()));
        }
        if (transaction != null && transaction.isOpen() && !row.is(Trait.NOT_QUEUED)) {
            return transaction.queue(() -> run(row, request));
        }
        return run(row, request);
    }

    private Reply refuse(List<Bytes> request, String why) {
        return server.transactions().refused(this, request, why);
    }

    private boolean maySend(Row row) {
        return protocol == 3 || !isSubscribed() || row.is(Trait.WHILE_SUBSCRIBED);
    }

    /** Carries a request out, now. */
    private Reply run(Row row, List<Bytes> request) {
        lastCommand = row.name();
        lastUse = clock.millis();
        statistics.command();
        var arguments = row.argumentsOf(request);
        if (row.is(Trait.WRITES)) {
            return server.transactions().noticing(row, arguments, () -> reply(row, arguments));
        }
        var reply = reply(row, arguments);
        if (row.is(Trait.READS_KEY)) {
            statistics.read(reply);
        }
        return reply;
    }

    private Reply reply(Row row, List<Bytes> arguments) {
        try {
            return row.answer(this, arguments);
        } catch (CommandException refused) {
            return Replies.error(refused.text());
        }
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    void rename(String name) {
        this.name = name;
    }

    int protocol() {
        return protocol;
    }

    void speak(int protocol) {
        this.protocol = protocol;
    }

    ReplyMode replyMode() {
        return replyMode;
    }

    Transaction transaction() {
        if (transaction == null) {
            transaction = new Transaction();
        }
        return transaction;
    }

    /** The channels that the client is subscribed to. */
    Set<Bytes> channels() {
        return channels;
    }

    Set<Bytes> patterns() {
        return patterns;
    }

    boolean isSubscribed() {
        return !channels.isEmpty() || !patterns.isEmpty();
    }

    /** Sends a message. One that the client published to itself comes after the reply, as in Redis 7.2 and later. */
    void push(Reply... elements) {
        var message = new Replies.In(protocol, new Replies.Push(List.of(elements)));
        if (busy) {
            ownMessages.add(message);
        } else {
            requireNonNull(mailbox, "expectMessages comes first").put(message);
        }
    }

    /** From now on this client may get messages at any time. */
    void expectMessages() {
        if (mailbox == null) {
            mailbox = new Mailbox(peer, server.backlog());
        }
    }

    /** Takes no more requests. */
    Reply quit() {
        over = true;
        peer.stopReading().run();
        return Reply.OK;
    }

    /** Back to the state of a new connection. */
    Reply reset() {
        server.pubSub().leaveAll(this);
        server.transactions().discard(this);
        replyMode.reset();
        name = "";
        protocol = 2;
        return new Reply.SimpleString("RESET");
    }

    /** The client has disconnected, or will be. What waits for it is delivered, if it takes that in time. May be called twice. */
    public void end() {
        synchronized (lock) {
            server.pubSub().leaveAll(this);
            server.transactions().discard(this);
            server.sessions().close(this);
        }
        if (mailbox != null) {
            mailbox.close();
        }
    }

    /** As CLIENT LIST shows it. */
    String line() {
        return String.format(
                Locale.ROOT,
                "id=%d addr=%s laddr=%s fd=-1 name=%s age=%d idle=%d flags=%s db=0 sub=%d psub=%d ssub=0 multi=%d cmd=%s user=default resp=%d\n",
                id,
                peer.address(),
                peer.here(),
                name,
                (clock.millis() - since) / 1000,
                (clock.millis() - lastUse) / 1000,
                isSubscribed() ? "P" : transaction().length() >= 0 ? "x" : "N",
                channels.size(),
                patterns.size(),
                transaction().length(),
                lastCommand,
                protocol);
    }

    /** The port that clients connect to. */
    String port() {
        return peer.here().replaceFirst("^.*:", "");
    }
}
