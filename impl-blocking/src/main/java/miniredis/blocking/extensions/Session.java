package miniredis.blocking.extensions;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import miniredis.blocking.Bytes;
import miniredis.blocking.CommandException;
import miniredis.blocking.Core;
import miniredis.blocking.Extensions;
import miniredis.blocking.Peer;
import miniredis.blocking.Reply;
import miniredis.blocking.extensions.Row.Trait;

/**
 * One client: what it has said about itself, and the way each of its requests goes: is there such a command, may it come now,
 * is it to be queued, and only then what it does.
 *
 * <p>Requests are carried out by the client's own thread, holding the {@link Core#lock() lock} over all keys. Other threads only
 * put messages into its {@link Mailbox}.
 */
final class Session implements Extensions.Dialogue {
    private static final String SUBSCRIBED =
            "Can't execute '%s': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are"
                    + " allowed in this context";

    private static final Set<String> MAY_SUBSCRIBE = Set.of("subscribe", "psubscribe", "exec");

    private final long id;
    private final Peer peer;
    private final Core core;
    private final Table table;
    private final Sessions sessions;
    private final long since;
    private final Transaction transaction = new Transaction();
    private final Mailbox mailbox;
    private final Set<Bytes> channels = new LinkedHashSet<>();
    private final Set<Bytes> patterns = new LinkedHashSet<>();
    private volatile String name = "";
    private volatile String lastCommand = "NULL";
    private volatile long lastUse;
    private volatile int protocol = 2;
    private boolean over;

    Session(long id, Peer peer, Core core, Table table, Sessions sessions) {
        this.id = id;
        this.peer = peer;
        this.core = core;
        this.table = table;
        this.sessions = sessions;
        this.since = core.now();
        this.lastUse = since;
        this.mailbox = new Mailbox(peer, sessions.backlog());
    }

    /** {@inheritDoc} Once it has a mailbox in use, everything for this client goes through that, so that nothing overtakes. */
    @Override
    public Reply execute(List<Bytes> request) {
        if (over || !mailbox.isInUse() && maySubscribe(request) && !flushReplies()) {
            return Replies.NOTHING;
        }
        synchronized (core.lock()) {
            var reply = answer(request);
            if (!mailbox.isInUse()) {
                return reply;
            }
            mailbox.put(new Replies.In(protocol, reply));
        }
        if (over) {
            mailbox.close();
        }
        return Replies.NOTHING;
    }

    /** What was answered before has to leave before messages do; and nobody may be waited for while the lock is held. */
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

    private static boolean maySubscribe(List<Bytes> request) {
        return MAY_SUBSCRIBE.contains(text(request));
    }

    /** {@inheritDoc} With a mailbox in use this is the last word, about bytes that are no request. */
    @Override
    public void write(Reply reply, OutputStream out) throws IOException {
        if (mailbox.isInUse()) {
            if (reply != Replies.NOTHING) {
                mailbox.put(new Replies.In(protocol, reply));
                mailbox.close();
            }
            return;
        }
        new ReplyWriter(out, protocol).write(reply);
    }

    private Reply answer(List<Bytes> request) {
        var row = table.find(request);
        var refusal = table.refusal(request).map(Table::error);
        if (refusal.isEmpty() && row.isEmpty()) {
            refusal = core.refusal(request);
        }
        if (refusal.isEmpty()
                && core.isFull()
                && row.filter(found -> found.is(Trait.NEEDS_MEMORY)).isPresent()) {
            refusal = Optional.of(Table.error("OOM command not allowed when used memory > 'maxmemory'."));
        }
        if (refusal.isEmpty() && !maySend(row)) {
            refusal = Optional.of(
                    Table.error("ERR " + SUBSCRIBED.formatted(row.map(Row::name).orElse(text(request)))));
        }
        if (refusal.isPresent()) {
            return sessions.transactions().refused(this, row, refusal.get());
        }
        if (transaction.isOpen()
                && row.filter(found -> found.is(Trait.NOT_QUEUED)).isEmpty()) {
            return transaction.queue(request);
        }
        return run(request);
    }

    private boolean maySend(Optional<Row> row) {
        return protocol == 3
                || !isSubscribed()
                || row.filter(found -> found.is(Trait.WHILE_SUBSCRIBED)).isPresent();
    }

    /** Carries a request out, now. */
    Reply run(List<Bytes> request) {
        var row = table.find(request);
        lastCommand = row.map(Row::name).orElse(text(request));
        lastUse = core.now();
        sessions.metrics().command(row, request);
        return sessions.transactions().noticing(row, request, () -> reply(row, request));
    }

    private Reply reply(Optional<Row> row, List<Bytes> request) {
        try {
            var handler = row.map(Row::handler);
            if (handler.isEmpty()) {
                return core.execute(request);
            }
            int words = row.get().hasTwoWords() ? 2 : 1;
            return handler.get().answer(this, request.subList(words, request.size()));
        } catch (CommandException refused) {
            return Table.error(refused.text());
        }
    }

    private static String text(List<Bytes> request) {
        return request.get(0).text().toLowerCase(Locale.ROOT);
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

    Transaction transaction() {
        return transaction;
    }

    /** The channels it listens to. */
    Set<Bytes> channels() {
        return channels;
    }

    Set<Bytes> patterns() {
        return patterns;
    }

    boolean isSubscribed() {
        return !channels.isEmpty() || !patterns.isEmpty();
    }

    /** A message that nobody asked for. */
    void push(Reply... elements) {
        mailbox.put(new Replies.In(protocol, new Replies.Push(List.of(elements))));
    }

    /** From now on this client may get messages at any time. */
    void expectMessages() {
        mailbox.use();
    }

    /** Takes no more requests. */
    Reply quit() {
        over = true;
        peer.stopReading().run();
        return Reply.OK;
    }

    /** Becomes what it was at first. */
    Reply reset() {
        sessions.pubSub().leaveAll(this);
        sessions.transactions().discard(this);
        name = "";
        protocol = 2;
        return new Reply.SimpleString("RESET");
    }

    @Override
    public void end() {
        synchronized (core.lock()) {
            sessions.pubSub().leaveAll(this);
            sessions.transactions().discard(this);
            sessions.close(this);
        }
        mailbox.close();
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
                (core.now() - since) / 1000,
                (core.now() - lastUse) / 1000,
                isSubscribed() ? "P" : transaction.length() >= 0 ? "x" : "N",
                channels.size(),
                patterns.size(),
                transaction.length(),
                lastCommand,
                protocol);
    }

    /** The port that clients connect to. */
    String port() {
        return peer.here().replaceFirst("^.*:", "");
    }
}
