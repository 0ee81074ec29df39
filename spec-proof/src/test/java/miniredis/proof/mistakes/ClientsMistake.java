package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** The commands that client libraries send first. Step 5. */
public enum ClientsMistake implements SourceMistake {
    HELLO_3_STAYS_RESP2(
            plain(5, "HELLO 3 is answered, but the connection stays in RESP2.")
                    .caughtBy("HELLO-08", "HELLO-03", "PUSH-01")
                    .look("the protocol of the reply to HELLO: it must be the new one already"),
            new Patch("extensions/ClientCommands", "client.speak(protocol);", "client.speak(2);")),
    HELLO_IS_AN_ARRAY(
            plain(5, "HELLO 3 is answered with an array instead of a map.")
                    .caughtBy("HELLO-03")
                    .look("the first byte of the reply: a map begins with %"),
            new Patch("extensions/Resp3", "all('%', pairs.keysAndValues());", "all('*', pairs.keysAndValues());")),
    MAP_COUNTS_ITS_PARTS(
            plain(5, "A RESP3 map announces the number of its keys and values together.")
                    .caughtBy("HELLO-03", "HELLO-04")
                    .look("the number before a map: it must count pairs"),
            new Patch("extensions/Resp3", "pairs ? elements.size() / 2 : elements.size()", "elements.size()")),
    NULL_STAYS_RESP2(
            plain(5, "A missing value is $-1 in RESP3 as well.")
                    .caughtBy("HELLO-08")
                    .look("the null reply: _ in RESP3"),
            new Patch(
                    "extensions/Resp3",
                    "if (reply instanceof Reply.Absent) { writer.line('_', \"\");",
                    "if (reply instanceof Reply.Absent) { writer.line('$', \"-1\");")),
    NULL_IS_RESP3(
            plain(5, "A missing value is _ after HELLO 2.")
                    .caughtBy("HELLO-09", "HELLO-10", "CLIENT-02", "REPLY-07")
                    .hint("RESP3")
                    .look("the null reply: _ only after HELLO 3"),
            new Patch("RespWriter", "line('$', \"-1\");", "line('_', \"\");")),
    PROTO_IS_ALWAYS_2(
            plain(5, "HELLO always says that the protocol is 2.")
                    .caughtBy("HELLO-03")
                    .look("the field proto: it must name the protocol that was chosen just now"),
            new Patch("extensions/ClientCommands", "\"proto\", client.protocol()", "\"proto\", 2")),
    HELLO_TAKES_ANY_VERSION(
            plain(5, "HELLO accepts every version.")
                    .caughtBy("HELLO-13.1")
                    .look("the check of the version: only 2 and 3 exist"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (version.getAsLong() != 2 && version.getAsLong() != 3) {",
                    "if (version.getAsLong() > 99) {")),
    HELLO_IGNORES_OPTIONS(
            plain(5, "HELLO ignores options it does not know.")
                    .caughtBy("HELLO-13.4")
                    .look("unknown options: reply with an error that names the option"),
            new Patch(
                    "extensions/ClientCommands",
                    "throw new CommandException(\"ERR Syntax error in HELLO option '\" + option.split(\"\\0\", 2)[0] + \"'\");",
                    "at++;")),
    HELLO_CHANGES_FIRST(
            plain(5, "HELLO changes the protocol before it checks its options.")
                    .caughtBy("HELLO-15")
                    .look("the order: check everything first, then change"),
            new Patch(
                    "extensions/ClientCommands", "String name = null;", "client.speak(protocol); String name = null;")),
    HELLO_FORGETS_SETNAME(
            plain(5, "HELLO reads SETNAME but sets no name.")
                    .caughtBy("HELLO-06")
                    .hint("null for a value")
                    .look("SETNAME: it must do the same as CLIENT SETNAME"),
            new Patch("extensions/ClientCommands", "client.rename(name); }", "client.name(); }")),
    HELLO_TRUSTS_ANYBODY(
            plain(5, "HELLO accepts every user.")
                    .caughtBy("HELLO-13.8", "AUTH-03")
                    .look("the check of the user: there is one user, default"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (!user.text().equals(\"default\")) {",
                    "if (user.text().isEmpty()) {")),
    NO_NAME_IS_EMPTY(
            plain(5, "CLIENT GETNAME without a name replies with an empty string.")
                    .caughtBy("CLIENT-02")
                    .hint("empty for null")
                    .look("the reply for a client without a name: null"),
            new Patch(
                    "extensions/ClientCommands",
                    "client.name().isEmpty() ? Reply.bulk(null) : text(client.name())",
                    "text(client.name())")),
    NAMES_WITH_SPACES(
            plain(5, "CLIENT SETNAME accepts names with spaces.")
                    .caughtBy("CLIENT-07", "HELLO-13.7")
                    .look("the check of the name: CLIENT LIST separates its fields by spaces"),
            new Patch("extensions/ClientCommands", "c >= '!' && c <= '~'", "c >= ' ' && c <= '~'")),
    CLIENT_LIST_OF_ONE(
            plain(5, "CLIENT LIST shows only the client that sends it.")
                    .caughtBy("CLIENT-11")
                    .look("the loop over connections: one line for each"),
            new Patch(
                    "extensions/ClientCommands",
                    "listed(args).map(Session::line)",
                    "listed(args).limit(0).map(Session::line)")),
    SUBSCRIBED_IS_NORMAL(
            plain(5, "CLIENT LIST TYPE normal shows subscribed clients.")
                    .caughtBy("CLIENT-16")
                    .look("the filter by type: each client has one type"),
            new Patch("extensions/ClientCommands", "client -> !client.isSubscribed()", "client -> true")),
    CLIENT_TYPES_OF_ONE_NAME(
            plain(5, "CLIENT LIST finds no clients of type pubsub.")
                    .caughtBy("CLIENT-15")
                    .look("the types: normal, pubsub, and those of replication"),
            new Patch("extensions/ClientCommands", "Session::isSubscribed", "client -> false")),
    CLIENT_LIST_ID_IS_ALL(
            plain(5, "CLIENT LIST ID shows all clients, whatever the ids.")
                    .caughtBy("CLIENT-17")
                    .look("the filter by id: only clients with one of the ids"),
            new Patch("extensions/ClientCommands", "client.id() == id", "true")),
    UNKNOWN_CLIENT_TYPES(
            exact(5, "CLIENT LIST accepts an unknown type, and lists no clients.")
                    .caughtBy("CLIENT-13.5")
                    .look("the last case of the switch over types"),
            new Patch("extensions/ClientCommands", "\"slave\" -> client", "\"slave\", \"x\" -> client")),
    CLIENT_LIST_REMEMBERS_ALL(
            plain(5, "CLIENT LIST shows clients that have disconnected.")
                    .caughtBy("CLIENT-12")
                    .look("the end of a connection: take the client off the list"),
            new Patch("extensions/Session", "server.sessions().close(this);", "server.sessions().count();")),
    SELECT_TAKES_ALL(
            plain(5, "SELECT accepts every number.")
                    .caughtBy("SELECT-02.1", "SELECT-02.2")
                    .look("the check of the number: an error if the database does not exist"),
            new Patch("extensions/ClientCommands", "if (database != 0) {", "if (database == 77) {")),
    ECHO_AS_STATUS(
            plain(5, "ECHO replies with a simple string.")
                    .caughtBy("ECHO-01.1", "ECHO-01.2")
                    .hint("simple for bulk")
                    .look("the type of the reply: a message can have line breaks, so it is a bulk string"),
            new Patch(
                    "extensions/ClientCommands",
                    "(client, args) -> Reply.bulk(args.get(0))",
                    "(client, args) -> new Reply.SimpleString(args.get(0).text())")),
    QUIT_STAYS(
            plain(5, "QUIT replies OK, but the connection stays open.")
                    .staysOpen()
                    .caughtBy("QUIT-01")
                    .hint("not closed")
                    .look("the end of QUIT: close after the reply has been sent"),
            new Patch("extensions/Session", "peer.stopReading().run();", "lastUse = 0;")),
    QUIT_CARRIES_ON(
            plain(5, "Requests that follow QUIT in the same packet are still executed.")
                    .caughtBy("QUIT-02")
                    .look("the requests after QUIT: stop reading them"),
            new Patch("extensions/Session", "Reply quit() { over = true;", "Reply quit() {")),
    RESET_KEEPS_THE_PROTOCOL(
            plain(5, "RESET leaves the connection in RESP3.")
                    .caughtBy("RESET-02")
                    .hint("RESP3")
                    .look("the protocol: RESET must go back to RESP2"),
            new Patch("extensions/Session", "name = \"\"; protocol = 2;", "name = \"\";")),
    RESET_KEEPS_THE_NAME(
            plain(5, "RESET keeps the name.")
                    .caughtBy("RESET-03")
                    .hint("value for null")
                    .look("the name: RESET must remove it"),
            new Patch("extensions/Session", "name = \"\"; protocol = 2;", "protocol = 2;")),
    AUTH_TAKES_A_PASSWORD(
            plain(5, "AUTH accepts any password when none is set.")
                    .caughtBy("AUTH-01")
                    .look("AUTH when no password is set: an error, because the client is probably misconfigured"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (args.size() == 1) {",
                    "if (args.size() == 1) { return Reply.OK; } if (args.isEmpty()) {")),
    ARITY_WITHOUT_THE_NAME(
            plain(5, "COMMAND INFO counts arguments without the name.")
                    .caughtBy("COMMAND-02")
                    .look("the arity: the name counts, too"),
            new Patch(
                    "extensions/CommandCommands",
                    "Reply.number(row.arity())",
                    "Reply.number(row.arity() > 0 ? row.arity() - 1 : row.arity() + 1)")),
    NAMES_OF_LETTERS_AND_DIGITS(
            plain(5, "A client's name may have only letters and digits.")
                    .caughtBy("CLIENT-18")
                    .hint("null for a value")
                    .look("the check of the name: everything printable except the space"),
            new Patch(
                    "extensions/ClientCommands",
                    "allMatch(c -> c >= '!' && c <= '~')",
                    "allMatch(c -> Character.isLetterOrDigit(c) || c == '-')")),
    LIST_OF_NO_ID(
            exact(5, "CLIENT LIST ID without an id lists no clients.")
                    .caughtBy("CLIENT-13.7")
                    .look("the number of arguments: at least one id must follow"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (by.equals(\"ID\") && args.size() > 1) {",
                    "if (by.equals(\"ID\")) {")),
    REPLICAS_ARE_NO_TYPE(
            plain(5, "CLIENT LIST does not know the type replica without replicas.")
                    .caughtBy("CLIENT-20.2")
                    .look("the types: the server knows them whether it has such clients or not"),
            new Patch("extensions/ClientCommands", "case \"master\", \"replica\", \"slave\" ->", "case \"master\" ->")),
    EXEC_IS_NOT_SHOWN(
            plain(5, "While EXEC runs, CLIENT INFO no longer shows a transaction.")
                    .caughtBy("CLIENT-19")
                    .look("the end of the transaction: it must come after the last command"),
            new Patch("extensions/Transactions", "client.transaction().carriesOut(queued.size());", "")),
    LARGE_DATABASE_IS_NO_NUMBER(
            exact(5, "A database number of more than 32 bits gets a different error than in Redis.")
                    .caughtBy("SELECT-04")
                    .look("the check of the number: it is a number, but out of range"),
            new Patch(
                    "extensions/ClientCommands",
                    "throw new CommandException(TOO_LARGE);",
                    "throw new CommandException(NO_INTEGER);")),
    SUBSCRIBED_IS_NOT_SHOWN(
            plain(5, "CLIENT LIST shows a subscribed client like any other.")
                    .caughtBy("CLIENT-21")
                    .look("the flags: a subscribed client has flags=P"),
            new Patch("extensions/Session", "isSubscribed() ? \"P\" : ", "")),
    TEXT_AS_BULK_STRING(
            plain(5, "In RESP3 a verbatim string is sent as a bulk string, with its format before the text.")
                    .caughtBy("CLIENT-22")
                    .look("the first byte: a verbatim string begins with ="),
            new Patch("extensions/Resp3", "writer.bulkString('=',", "writer.bulkString('$',")),
    FLAGS_ARE_EMPTY(
            plain(5, "COMMAND INFO never says whether a command reads or writes.")
                    .caughtBy("COMMAND-11.1", "COMMAND-11.2")
                    .look("the flags: readonly, write"),
            new Patch(
                    "extensions/CommandCommands",
                    "new Replies.Unordered(flags),",
                    "new Replies.Unordered(List.of()),")),
    RESET_STAYS_SUBSCRIBED(
            plain(5, "After RESET, the connection still accepts only the commands of a subscriber.")
                    .caughtBy("RESET-04")
                    .look("RESET: it must unsubscribe from all channels"),
            new Patch("extensions/PubSub", "client.channels().clear();", "")),
    SETTINGS_ONE_BY_ONE(
            plain(5, "CONFIG GET answers only the first of several names.")
                    .caughtBy("CONFIG-03")
                    .look("the arguments: any number of patterns"),
            new Patch(
                    "extensions/Settings",
                    "for (var typed : patterns) {",
                    "for (var typed : patterns.subList(0, 1)) {")),
    SETTINGS_WITHOUT_PATTERNS(
            plain(5, "CONFIG GET does not know asterisks.")
                    .caughtBy("CONFIG-05")
                    .look("the names: they are patterns"),
            new Patch(
                    "extensions/Settings",
                    "Glob.matches(Bytes.of(pattern.text().toLowerCase(Locale.ROOT)), Bytes.of(name))",
                    "pattern.text().toLowerCase(Locale.ROOT).equals(name)")),
    REPLY_OFF_IS_ANSWERED(
            plain(5, "CLIENT REPLY OFF is answered with OK.")
                    .caughtBy("CLIENT-23")
                    .look("the reply to CLIENT REPLY OFF: replies are off from this one on"),
            new Patch(
                    "extensions/ClientCommands",
                    "case \"OFF\" -> mode.off();",
                    "case \"OFF\" -> { mode.off(); return new Replies.Push(List.of(Reply.OK)); }")),
    REPLY_OFF_LEAVES_ERRORS(
            plain(5, "After CLIENT REPLY OFF, errors are still sent.")
                    .caughtBy("CLIENT-23")
                    .look("errors: they are replies, too"),
            new Patch(
                    "extensions/ReplyMode",
                    "silent && !isPush(reply)",
                    "silent && !(reply instanceof Reply.ErrorMessage) && !isPush(reply)")),
    SKIP_SKIPS_ONLY_ITSELF(
            plain(5, "CLIENT REPLY SKIP is not answered, but the next request is.")
                    .caughtBy("CLIENT-25")
                    .look("the reply that is skipped: that of the next request"),
            new Patch("extensions/ReplyMode", "skips = skipsNext;", "skips = false;")),
    SKIP_COUNTS(
            plain(5, "CLIENT REPLY SKIP, sent twice in a row, skips two replies.")
                    .caughtBy("CLIENT-26")
                    .silent()
                    .hint("silence")
                    .look("what SKIP remembers: that the next reply is skipped, not how many"),
            new Patch(
                    "extensions/ReplyMode",
                    "skips = skipsNext; skipsNext = false;",
                    "boolean more = skips && skipsNext; skips = skipsNext; skipsNext = more;")),
    SKIP_TURNS_REPLIES_ON(
            plain(5, "CLIENT REPLY SKIP turns replies on when they are off.")
                    .caughtBy("CLIENT-27")
                    .look("SKIP while replies are off: they must stay off"),
            new Patch("extensions/ReplyMode", "skipsNext = !off;", "skipsNext = true; off = false;")),
    RESET_LEAVES_REPLIES_OFF(
            plain(5, "RESET leaves replies off.")
                    .silent()
                    .caughtBy("CLIENT-28")
                    .hint("silence")
                    .look("RESET: it must restore the initial state"),
            new Patch("extensions/Session", "replyMode.reset();", "")),
    REPLY_OFF_SILENCES_PUSHES(
            plain(5, "After CLIENT REPLY OFF a SUBSCRIBE is not confirmed.")
                    .silent()
                    .caughtBy("CLIENT-29")
                    .hint("silence")
                    .look("pushes: they are not replies"),
            new Patch("extensions/ReplyMode", "silent && !isPush(reply)", "silent"));

    private final Entry entry;
    private final Patch patch;

    ClientsMistake(Entry entry, Patch patch) {
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
