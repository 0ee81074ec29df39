package miniredis.nio;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of one client: its protocol, its name, its subscriptions and its transaction. */
final class Client {
    private static final Set<String> NONE = Set.of();

    private final long id;
    private final long since;
    private final String address;
    private final String here;
    private final Pusher pusher;
    private Set<String> channels = NONE;
    private Set<String> patterns = NONE;
    private @Nullable Transaction transaction; // null until it is needed
    private String name = "";
    private @Nullable Command last;
    private boolean resp3;
    private boolean special;
    private boolean over;
    private boolean quiet; // off or skipsNext
    private boolean off;
    private boolean skipsNext;

    /** Writes published messages. One that a client sends to itself comes after its reply, as in Redis 7.2 and later. */
    interface Pusher {
        /**
         * The object to write a message with.
         *
         * @param current writes to the client that is being served, which may be this one
         */
        Reply begin(Reply current);

        /** The message is complete. */
        void end(Reply message, Reply current);
    }

    Client(long id, long since, String address, String here, Pusher pusher) {
        this.id = id;
        this.since = since;
        this.address = address;
        this.here = here;
        this.pusher = pusher;
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

    boolean speaksResp3() {
        return resp3;
    }

    void speak(int protocol) {
        resp3 = protocol == 3;
        review();
    }

    /** Whether its commands need another check: it is a RESP2 subscriber, or within MULTI. */
    boolean isSpecial() {
        return special;
    }

    private void review() {
        special = isSubscribed() && !resp3 || transaction != null && transaction.isOpen();
    }

    boolean isSubscribed() {
        return !channels.isEmpty() || !patterns.isEmpty();
    }

    Set<String> channels() {
        return channels;
    }

    Set<String> patterns() {
        return patterns;
    }

    /** @param enters whether a subscription begins, or ends */
    void subscribe(boolean pattern, String name, boolean enters) {
        var names = pattern ? patterns : channels;
        if (enters && names == NONE) {
            names = new LinkedHashSet<>();
            if (pattern) {
                patterns = names;
            } else {
                channels = names;
            }
        }
        if (enters) {
            names.add(name);
        } else if (names != NONE) {
            names.remove(name);
        }
        review();
    }

    Transaction transaction() {
        if (transaction == null) {
            transaction = new Transaction(this::review);
        }
        return transaction;
    }

    boolean hasTransaction() {
        return transaction != null;
    }

    boolean isInTransaction() {
        return transaction != null && transaction.isOpen();
    }

    /** Bytes of memory that are held for the commands it has queued. */
    long held() {
        return transaction == null ? 0 : transaction.held();
    }

    /** Whether the reply to its next request is not sent: it has sent CLIENT REPLY OFF or SKIP. */
    boolean isQuiet() {
        return quiet;
    }

    boolean isOff() {
        return off;
    }

    /** A request whose reply is not sent begins. */
    void beginQuietRequest() {
        skipsNext = false;
    }

    void endQuietRequest() {
        quiet = off || skipsNext;
    }

    /** @param on whether replies are sent from now on */
    void sendReplies(boolean on) {
        off = !on;
        skipsNext = false;
        quiet = off;
    }

    /** The reply to the next request is not sent. */
    void skipNextReply() {
        skipsNext = !off;
        quiet = true;
    }

    void setLastCommand(Command command) {
        last = command;
    }

    /** It has sent QUIT. */
    void quit() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /**
     * Writes a published message to this client.
     *
     * @param current for the client that is being served
     * @param pattern the pattern it has subscribed to, or null if it has subscribed to the channel
     */
    void deliver(Reply current, @Nullable String pattern, String channel, Argument message) {
        var reply = pusher.begin(current);
        reply.push(pattern == null ? 3 : 4);
        reply.bulk(pattern == null ? "message" : "pmessage");
        if (pattern != null) {
            reply.bulk(pattern);
        }
        reply.bulk(channel);
        reply.bulk(message);
        pusher.end(reply, current);
    }

    /** The port that it has connected to. */
    String port() {
        return here.substring(here.lastIndexOf(':') + 1);
    }

    /** The client as CLIENT LIST shows it. */
    String line(long now) {
        return String.format(
                Locale.ROOT,
                "id=%d addr=%s laddr=%s fd=-1 name=%s age=%d idle=0 flags=%s db=0 sub=%d psub=%d ssub=0 multi=%d cmd=%s user=default resp=%d\n",
                id,
                address,
                here,
                name,
                (now - since) / 1000,
                isSubscribed() ? "P" : transaction != null && transaction.length() >= 0 ? "x" : "N",
                channels.size(),
                patterns.size(),
                transaction == null ? -1 : transaction.length(),
                last == null ? "NULL" : last.name(),
                resp3 ? 3 : 2);
    }
}
