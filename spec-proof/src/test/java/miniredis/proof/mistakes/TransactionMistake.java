package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** Several commands as one. Step 5. */
public enum TransactionMistake implements SourceMistake {
    NOT_QUEUED(
            plain(5, "After MULTI, commands are executed immediately.")
                    .caughtBy("TX-01", "TX-02", "TX-03")
                    .look("commands after MULTI: put them into a queue, and reply QUEUED"),
            new Patch("extensions/Session", "transaction.isOpen() && !row", "transaction.length() > 999999 && !row")),
    QUEUED_AND_DONE(
            plain(5, "Commands are queued, and executed immediately as well.")
                    .caughtBy("TX-03")
                    .look("queued commands: only EXEC may execute them"),
            new Patch(
                    "extensions/Session",
                    "return transaction.queue(() -> run(row, request));",
                    "run(row, request); return transaction.queue(() -> run(row, request));")),
    QUEUED_AS_OK(
            plain(5, "A queued command is answered with OK.").caughtBy("TX-01").look("the reply: +QUEUED"),
            new Patch("extensions/Transaction", "return new Reply.SimpleString(\"QUEUED\");", "return Reply.OK;")),
    EXEC_ANSWERS_THE_LAST(
            plain(5, "EXEC replies with the last command's reply only.")
                    .caughtBy("TX-01")
                    .look("the reply: an array of all replies"),
            new Patch(
                    "extensions/Transactions",
                    "new Replies.NoArray() : new Reply.Array(runAll(client, queued))",
                    "new Replies.NoArray() : queued.isEmpty() ? Reply.array() : runAll(client, queued).get(queued.size() - 1)")),
    EXEC_OF_NOTHING_IS_NULL(
            plain(5, "An empty transaction is answered with null.")
                    .caughtBy("TX-02", "TX-05")
                    .look("the reply: an empty array"),
            new Patch("extensions/Transactions", "return changed ? new", "return changed || queued.isEmpty() ? new")),
    EXEC_STAYS_OPEN(
            plain(5, "After EXEC, commands are still queued.")
                    .caughtBy("TX-05", "TXERROR-03.1")
                    .look("EXEC: it must end the transaction"),
            new Patch(
                    "extensions/Transaction", "queued = null;", "queued = queued == null ? null : new ArrayList<>();")),
    ONE_QUEUE_FOR_ALL(
            plain(5, "All clients share one queue.")
                    .caughtBy("TX-03", "TX-06", "WATCH-03")
                    .look("the queue: one for each connection"),
            new Patch(
                    "extensions/Session",
                    "private @Nullable Transaction transaction;",
                    "private static @Nullable Transaction transaction;")),
    OTHERS_COME_IN_BETWEEN(
            plain(5, "Commands of other clients run between the commands of EXEC.")
                    .caughtBy("TX-08")
                    .look("the lock: hold it from the first command to the last"),
            new Patch(
                    "extensions/Transactions",
                    "var reply = command.get();",
                    "try { keyspace.wait(2); } catch (InterruptedException over) { Thread.currentThread().interrupt(); } var reply = command.get();")),
    AN_ERROR_ENDS_EXEC(
            plain(5, "EXEC stops at the first command that fails.")
                    .caughtBy("TXERROR-01")
                    .look("the commands after the error: they must be executed"),
            new Patch(
                    "extensions/Transactions",
                    "replies.add(new Replies.In(client.protocol(), reply));",
                    "replies.add(new Replies.In(client.protocol(), reply)); if (reply instanceof Reply.ErrorMessage) { break; }")),
    ERRORS_ARE_FORGOTTEN(
            plain(5, "EXEC executes the rest when a command could not be queued.")
                    .caughtBy("TXERROR-03.1")
                    .look("commands that cannot be queued: remember that there was an error"),
            new Patch("extensions/Transaction", "spoiled = isOpen();", "spoiled = false;")),
    UNKNOWN_IS_QUEUED(
            plain(5, "Unknown commands are queued.")
                    .caughtBy("TXERROR-03.1")
                    .look("the order: check the name before you queue"),
            new Patch(
                    "extensions/Session",
                    "return inTurn(() -> refuse(request, unknown.text()));",
                    "return inTurn(() -> transaction != null && transaction.isOpen() && unknown.text().startsWith(\"ERR unknown command\") ? transaction.queue(() -> Replies.error(unknown.text())) : refuse(request, unknown.text()));")),
    ERRORS_OUTLIVE_EXEC(
            plain(5, "After an EXEC that was rejected, the next one is rejected, too.")
                    .caughtBy("TXERROR-05")
                    .look("the remembered error: a new MULTI must start without it"),
            new Patch("extensions/Transaction", "spoiled = false; unwatch();", "unwatch();")),
    EXECABORT_IN_OWN_WORDS(
            exact(5, "The text of the error of a rejected EXEC differs from that of Redis.")
                    .caughtBy("TXERROR-04")
                    .hint("error in own words")
                    .look("the text: EXECABORT Transaction discarded because of previous errors, and a full stop"),
            new Patch(
                    "extensions/Transactions",
                    "\"EXECABORT Transaction discarded because of previous errors.\"",
                    "\"EXECABORT there were errors\"")),
    DISCARD_KEEPS_THE_QUEUE(
            plain(5, "DISCARD replies OK but keeps the queue.")
                    .caughtBy("DISCARD-01")
                    .look("the queue: empty it"),
            new Patch("extensions/Transactions", "discard(client); return Reply.OK;", "return Reply.OK;")),
    NESTED_MULTI_ENDS_THE_FIRST(
            plain(5, "MULTI within MULTI is an error that ends the transaction.")
                    .caughtBy("NEST-01")
                    .look("MULTI within MULTI: an error, and nothing else"),
            new Patch(
                    "extensions/Transactions",
                    "return Replies.error(\"ERR MULTI calls can not be nested\");",
                    "client.transaction().close(); return Replies.error(\"ERR MULTI calls can not be nested\");")),
    NESTED_MULTI_BEGINS_ANEW(
            plain(5, "MULTI within MULTI starts a new transaction.")
                    .caughtBy("NEST-01")
                    .look("MULTI within MULTI: an error, and nothing else"),
            new Patch(
                    "extensions/Transactions",
                    "if (client.transaction().isOpen()) { return Replies.error(\"ERR MULTI",
                    "if (client.transaction().length() > 9999) { return Replies.error(\"ERR MULTI")),
    EXEC_WITHOUT_MULTI_IS_EMPTY(
            plain(5, "EXEC without MULTI is answered with an empty array.")
                    .caughtBy("NEST-03.1")
                    .look("EXEC without MULTI: an error"),
            new Patch(
                    "extensions/Transactions",
                    "return Replies.error(\"ERR EXEC without MULTI\");",
                    "return Reply.array();")),
    WATCH_IS_IGNORED(
            plain(5, "WATCH replies OK but watches nothing.")
                    .caughtBy("WATCH-02")
                    .look("changes of a key: tell the clients that watch it"),
            new Patch("extensions/Transactions", "client.transaction().change()", "client.transaction().isOpen()")),
    ABORTED_EXEC_IS_EMPTY(
            plain(5, "An EXEC stopped by WATCH is answered with an empty array.")
                    .caughtBy("WATCH-02", "WATCH-03")
                    .look("the reply: the null array"),
            new Patch("extensions/Replies", "writer.line('*', \"-1\");", "writer.line('*', \"0\");")),
    ABORTED_EXEC_IS_A_NULL_STRING(
            plain(5, "An EXEC stopped by WATCH is answered with a null string.")
                    .caughtBy("WATCH-02", "WATCH-03")
                    .look("the reply: the null array, *-1"),
            new Patch("extensions/Replies", "writer.line('*', \"-1\");", "writer.line('$', \"-1\");")),
    WATCH_COMPARES_VALUES(
            plain(5, "Only a different value counts as a change.")
                    .caughtBy("WATCH-04.1")
                    .look("what counts as a change: every write"),
            new Patch(
                    "extensions/Transactions",
                    "return value != other.value || end != other.end;",
                    "return !java.util.Objects.equals(value, other.value);")),
    EXPIRE_IS_NO_CHANGE(
            plain(5, "A new lifetime does not count as a change.")
                    .caughtBy("WATCH-04.3")
                    .look("what counts as a change: a new lifetime, too"),
            new Patch(
                    "extensions/Transactions",
                    "if (done || state(key).differsFrom(state)) {",
                    "if (state(key).value() != state.value()) {")),
    SAME_LIFETIME_IS_NO_CHANGE(
            plain(5, "A lifetime that ends when the old one would have does not count as a change.")
                    .caughtBy("WATCH-18")
                    .look("what counts as a change: that EXPIRE was executed, not what it leads to"),
            new Patch(
                    "extensions/Transactions",
                    "boolean done = reply.equals(Reply.number(1)) && row.name().contains(\"expire\");",
                    "boolean done = false;")),
    REFUSED_EXEC_GOES_ON(
            plain(5, "An EXEC with an argument is rejected, but the transaction continues.")
                    .caughtBy("NEST-06")
                    .look("the transaction: whatever EXEC replies, it must be over"),
            new Patch(
                    "extensions/Transactions",
                    "discard(client); return Replies.error(\"EXECABORT Transaction discarded because of: \"",
                    "return Replies.error(\"EXECABORT Transaction discarded because of: \"")),
    READING_IS_A_CHANGE(
            plain(5, "GET of a watched key counts as a change.")
                    .caughtBy("WATCH-05.1")
                    .look("what counts as a change: only commands that write"),
            new Patch(
                    "extensions/Session",
                    "if (row.is(Trait.READS_KEY)) {",
                    "if (row.is(Trait.READS_KEY) || row.is(Trait.READS_KEYS)) { row.keys().in(arguments).forEach(server.transactions()::changed); } if (row.is(Trait.READS_KEY)) {")),
    WATCHING_OUTLIVES_EXEC(
            plain(5, "After EXEC, the keys are still watched.")
                    .caughtBy("WATCH-08")
                    .look("the watched keys: EXEC must forget them"),
            new Patch(
                    "extensions/Transactions",
                    "forgetWatches(client); client.transaction().close();",
                    "client.transaction().close();")),
    DISCARD_KEEPS_WATCHING(
            plain(5, "After DISCARD, the keys are still watched.")
                    .caughtBy("WATCH-10.1")
                    .look("the watched keys: DISCARD must forget them"),
            new Patch(
                    "extensions/Transactions",
                    "discard(client); return Reply.OK;",
                    "client.transaction().open(); var kept = client.transaction(); boolean changed = kept.hasChanged(); discard(client); if (changed) { kept.change(); } return Reply.OK;")),
    UNWATCH_DOES_NOTHING(
            plain(5, "UNWATCH replies OK but continues to watch.")
                    .caughtBy("WATCH-11")
                    .look("the watched keys: forget all of them"),
            new Patch(
                    "extensions/Transactions",
                    "forgetWatches(client); client.transaction().unwatch();",
                    "client.transaction().length();")),
    ENDED_KEYS_ARE_UNCHANGED(
            plain(5, "A watched key that expires does not count as changed.")
                    .caughtBy("WATCH-12")
                    .look("the watched keys: check them again at EXEC"),
            new Patch(
                    "extensions/Transactions",
                    "transaction.hasChanged() || hasEnded(transaction)",
                    "transaction.hasChanged()")),
    ENDED_BEFORE_IS_A_CHANGE(
            plain(5, "A watched key that was missing, and is missing at EXEC, counts as changed.")
                    .caughtBy("WATCH-13", "WATCH-05.1")
                    .look("the watched keys: remember whether they were there"),
            new Patch("extensions/Transactions", "watched.getValue() && keyspace.get", "keyspace.get")),
    LOSING_A_LIFETIME_IS_NO_CHANGE(
            plain(5, "PERSIST of a watched key is not noticed.")
                    .caughtBy("WATCH-19")
                    .look("what counts as a change: a lifetime belongs to the key, as its value does"),
            new Patch("extensions/Transactions", "value != other.value || end != other.end", "value != other.value")),
    WATCH_WITHIN_MULTI(
            plain(5, "WATCH within MULTI is accepted.").caughtBy("WATCH-14").look("WATCH within MULTI: an error"),
            new Patch(
                    "extensions/Transactions",
                    "if (client.transaction().isOpen()) { return Replies.error(\"ERR WATCH",
                    "if (client.transaction().length() > 9999) { return Replies.error(\"ERR WATCH"));

    private final Entry entry;
    private final Patch patch;

    TransactionMistake(Entry entry, Patch patch) {
        this.entry = entry;
        this.patch = patch;
    }

    @Override
    public Entry entry() {
        return entry;
    }

    @Override
    public Patch patch() {
        return patch;
    }
}
