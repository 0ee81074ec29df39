package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.exact;
import static miniredis.proof.mistakes.Entry.plain;

/** What client libraries say first. Step 5. */
public enum ClientsMistake implements SourceMistake {
    HELLO_3_STAYS_RESP2(
            plain(5, "HELLO 3 is answered, and the connection goes on in RESP2.")
                    .caughtBy("HELLO-08", "HELLO-03", "PUSH-01")
                    .look("the reply to HELLO is in the new protocol already"),
            new Patch("extensions/ClientCommands", "client.speak(protocol);", "client.speak(2);")),
    HELLO_IS_AN_ARRAY(
            plain(5, "HELLO 3 is answered with an array instead of a map.")
                    .caughtBy("HELLO-03")
                    .look("a map begins with %"),
            new Patch("extensions/Resp3", "all('%', pairs.keysAndValues());", "all('*', pairs.keysAndValues());")),
    MAP_COUNTS_ITS_PARTS(
            plain(5, "A map of RESP3 announces how many keys and values it has, together.")
                    .caughtBy("HELLO-03", "HELLO-04")
                    .look("pairs are counted"),
            new Patch("extensions/Resp3", "pairs ? elements.size() / 2 : elements.size()", "elements.size()")),
    NULL_STAYS_RESP2(
            plain(5, "A missing value is $-1 in RESP3, too.")
                    .caughtBy("HELLO-08")
                    .look("_ in RESP3"),
            new Patch(
                    "extensions/Resp3",
                    "if (reply instanceof Reply.Absent) { writer.line('_', \"\");",
                    "if (reply instanceof Reply.Absent) { writer.line('$', \"-1\");")),
    NULL_IS_RESP3(
            plain(5, "A missing value is _ after HELLO 2.")
                    .caughtBy("HELLO-09", "HELLO-10", "CLIENT-02", "REPLY-07")
                    .hint("RESP3")
                    .look("_ only after HELLO 3"),
            new Patch("RespWriter", "line('$', \"-1\");", "line('_', \"\");")),
    PROTO_IS_ALWAYS_2(
            plain(5, "HELLO always says that the protocol is 2.")
                    .caughtBy("HELLO-03")
                    .look("what was chosen just now"),
            new Patch("extensions/ClientCommands", "\"proto\", client.protocol()", "\"proto\", 2")),
    HELLO_TAKES_ANY_VERSION(
            plain(5, "HELLO takes every version.").caughtBy("HELLO-13.1").look("2 and 3 are all there are"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (version.getAsLong() != 2 && version.getAsLong() != 3) {",
                    "if (version.getAsLong() > 99) {")),
    HELLO_IGNORES_OPTIONS(
            plain(5, "HELLO passes over options it does not know.")
                    .caughtBy("HELLO-13.4")
                    .look("an error names the option"),
            new Patch(
                    "extensions/ClientCommands",
                    "throw new CommandException(\"ERR Syntax error in HELLO option '\" + option.split(\"\\0\", 2)[0] + \"'\");",
                    "at++;")),
    HELLO_CHANGES_FIRST(
            plain(5, "HELLO changes the protocol before it looks at its options.")
                    .caughtBy("HELLO-15")
                    .look("check everything first, then change"),
            new Patch(
                    "extensions/ClientCommands", "String name = null;", "client.speak(protocol); String name = null;")),
    HELLO_FORGETS_SETNAME(
            plain(5, "HELLO reads SETNAME and gives no name.")
                    .caughtBy("HELLO-06")
                    .hint("null for a value")
                    .look("the same as CLIENT SETNAME"),
            new Patch("extensions/ClientCommands", "client.rename(name); }", "client.name(); }")),
    HELLO_TRUSTS_ANYBODY(
            plain(5, "HELLO takes every user.")
                    .caughtBy("HELLO-13.8", "AUTH-03")
                    .look("there is one user, default"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (!user.text().equals(\"default\")) {",
                    "if (user.text().isEmpty()) {")),
    NO_NAME_IS_EMPTY(
            plain(5, "CLIENT GETNAME is empty where there is no name.")
                    .caughtBy("CLIENT-02")
                    .hint("empty for null")
                    .look("null"),
            new Patch(
                    "extensions/ClientCommands",
                    "client.name().isEmpty() ? Reply.bulk(null) : text(client.name())",
                    "text(client.name())")),
    NAMES_WITH_SPACES(
            plain(5, "CLIENT SETNAME takes names with spaces.")
                    .caughtBy("CLIENT-07", "HELLO-13.7")
                    .look("CLIENT LIST separates its fields by spaces"),
            new Patch("extensions/ClientCommands", "c >= '!' && c <= '~'", "c >= ' ' && c <= '~'")),
    CLIENT_LIST_OF_ONE(
            plain(5, "CLIENT LIST shows only the client that asks.")
                    .caughtBy("CLIENT-11")
                    .look("a line for each connection"),
            new Patch(
                    "extensions/ClientCommands",
                    "listed(args).map(Session::line)",
                    "listed(args).limit(0).map(Session::line)")),
    SUBSCRIBED_IS_NORMAL(
            plain(5, "CLIENT LIST TYPE normal shows clients that are subscribed.")
                    .caughtBy("CLIENT-16")
                    .look("each client has one type"),
            new Patch("extensions/ClientCommands", "client -> !client.isSubscribed()", "client -> true")),
    CLIENT_TYPES_OF_ONE_NAME(
            plain(5, "CLIENT LIST has no type pubsub.")
                    .caughtBy("CLIENT-15")
                    .look("the types: normal, pubsub, and those of replication"),
            new Patch("extensions/ClientCommands", "Session::isSubscribed", "client -> false")),
    CLIENT_LIST_ID_IS_ALL(
            plain(5, "CLIENT LIST ID shows all clients, whatever the ids.")
                    .caughtBy("CLIENT-17")
                    .look("only those with one of the ids"),
            new Patch("extensions/ClientCommands", "client.id() == id", "true")),
    UNKNOWN_CLIENT_TYPES(
            exact(5, "CLIENT LIST takes a type that does not exist for a type that nobody has.")
                    .caughtBy("CLIENT-13.5")
                    .look("the last case of the switch over types"),
            new Patch("extensions/ClientCommands", "\"slave\" -> client", "\"slave\", \"x\" -> client")),
    CLIENT_LIST_REMEMBERS_ALL(
            plain(5, "CLIENT LIST shows clients that have left.")
                    .caughtBy("CLIENT-12")
                    .look("take a client off the list when its connection ends"),
            new Patch("extensions/Session", "server.sessions().close(this);", "server.sessions().count();")),
    SELECT_TAKES_ALL(
            plain(5, "SELECT takes every number.")
                    .caughtBy("SELECT-02.1", "SELECT-02.2")
                    .look("an error where there is no such database"),
            new Patch("extensions/ClientCommands", "if (database != 0) {", "if (database == 77) {")),
    ECHO_AS_STATUS(
            plain(5, "ECHO answers with a simple string.")
                    .caughtBy("ECHO-01.1", "ECHO-01.2")
                    .hint("simple for bulk")
                    .look("a message can have line breaks: a bulk string"),
            new Patch(
                    "extensions/ClientCommands",
                    "(client, args) -> Reply.bulk(args.get(0))",
                    "(client, args) -> new Reply.SimpleString(args.get(0).text())")),
    QUIT_STAYS(
            plain(5, "QUIT answers OK, and the connection stays open.")
                    .staysOpen()
                    .caughtBy("QUIT-01")
                    .hint("not closed")
                    .look("close after the reply has been sent"),
            new Patch("extensions/Session", "peer.stopReading().run();", "lastUse = 0;")),
    QUIT_CARRIES_ON(
            plain(5, "What follows QUIT in the same packet is still carried out.")
                    .caughtBy("QUIT-02")
                    .look("stop reading requests"),
            new Patch("extensions/Session", "Reply quit() { over = true;", "Reply quit() {")),
    RESET_KEEPS_THE_PROTOCOL(
            plain(5, "RESET leaves the connection in RESP3.")
                    .caughtBy("RESET-02")
                    .hint("RESP3")
                    .look("back to RESP2"),
            new Patch("extensions/Session", "name = \"\"; protocol = 2;", "name = \"\";")),
    RESET_KEEPS_THE_NAME(
            plain(5, "RESET leaves the name.")
                    .caughtBy("RESET-03")
                    .hint("value for null")
                    .look("a connection as at first has no name"),
            new Patch("extensions/Session", "name = \"\"; protocol = 2;", "protocol = 2;")),
    AUTH_TAKES_A_PASSWORD(
            plain(5, "AUTH takes any password where there is none.")
                    .caughtBy("AUTH-01")
                    .look("an error: the configuration of the client is probably wrong"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (args.size() == 1) {",
                    "if (args.size() == 1) { return Reply.OK; } if (args.isEmpty()) {")),
    ARITY_WITHOUT_THE_NAME(
            plain(5, "COMMAND INFO counts arguments without the name.")
                    .caughtBy("COMMAND-02")
                    .look("the name counts"),
            new Patch(
                    "extensions/CommandCommands",
                    "Reply.number(row.arity())",
                    "Reply.number(row.arity() > 0 ? row.arity() - 1 : row.arity() + 1)")),
    NAMES_OF_LETTERS_AND_DIGITS(
            plain(5, "A client's name has letters and digits only.")
                    .caughtBy("CLIENT-18")
                    .hint("null for a value")
                    .look("everything printable but the space"),
            new Patch(
                    "extensions/ClientCommands",
                    "allMatch(c -> c >= '!' && c <= '~')",
                    "allMatch(c -> Character.isLetterOrDigit(c) || c == '-')")),
    LIST_OF_NO_ID(
            exact(5, "CLIENT LIST ID without an id lists nobody.")
                    .caughtBy("CLIENT-13.7")
                    .look("at least one id has to follow"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (by.equals(\"ID\") && args.size() > 1) {",
                    "if (by.equals(\"ID\")) {")),
    REPLICAS_ARE_NO_TYPE(
            plain(5, "CLIENT LIST does not know the type replica, where there are no replicas.")
                    .caughtBy("CLIENT-20.2")
                    .look("the types are known, whether there are such clients or not"),
            new Patch("extensions/ClientCommands", "case \"master\", \"replica\", \"slave\" ->", "case \"master\" ->")),
    EXEC_IS_NOT_SHOWN(
            plain(5, "While EXEC is carried out, CLIENT INFO shows no transaction any more.")
                    .caughtBy("CLIENT-19")
                    .look("the transaction ends when its last command has been carried out"),
            new Patch("extensions/Transactions", "client.transaction().carriesOut(queued.size());", "")),
    LARGE_DATABASE_IS_NO_NUMBER(
            exact(5, "A database's number of more than 32 bits is refused in other words than Redis has.")
                    .caughtBy("SELECT-04")
                    .look("a number it is, but out of range"),
            new Patch(
                    "extensions/ClientCommands",
                    "throw new CommandException(TOO_LARGE);",
                    "throw new CommandException(NO_INTEGER);")),
    SUBSCRIBED_IS_NOT_SHOWN(
            plain(5, "CLIENT LIST shows a subscribed client like any other.")
                    .caughtBy("CLIENT-21")
                    .look("flags=P"),
            new Patch("extensions/Session", "isSubscribed() ? \"P\" : ", "")),
    TEXT_AS_BULK_STRING(
            plain(5, "In RESP3 a text is sent with its format before it, as a bulk string.")
                    .caughtBy("CLIENT-22")
                    .look("a verbatim string begins with ="),
            new Patch("extensions/Resp3", "writer.bulkString('=',", "writer.bulkString('$',")),
    FLAGS_ARE_EMPTY(
            plain(5, "COMMAND INFO says of no command whether it reads or writes.")
                    .caughtBy("COMMAND-11.1", "COMMAND-11.2")
                    .look("readonly, write"),
            new Patch(
                    "extensions/CommandCommands",
                    "new Replies.Unordered(flags),",
                    "new Replies.Unordered(List.of()),")),
    RESET_STAYS_SUBSCRIBED(
            plain(5, "After RESET the connection still takes only what belongs to subscribing.")
                    .caughtBy("RESET-04")
                    .look("RESET leaves all channels"),
            new Patch("extensions/PubSub", "client.channels().clear();", "")),
    SETTINGS_ONE_BY_ONE(
            plain(5, "CONFIG GET answers the first of several names only.")
                    .caughtBy("CONFIG-03")
                    .look("any number of patterns"),
            new Patch(
                    "extensions/Settings",
                    "for (var typed : patterns) {",
                    "for (var typed : patterns.subList(0, 1)) {")),
    SETTINGS_WITHOUT_PATTERNS(
            plain(5, "CONFIG GET knows no asterisks.").caughtBy("CONFIG-05").look("names are patterns"),
            new Patch(
                    "extensions/Settings",
                    "Glob.matches(Bytes.of(pattern.text().toLowerCase(Locale.ROOT)), Bytes.of(name))",
                    "pattern.text().toLowerCase(Locale.ROOT).equals(name)")),
    REPLY_OFF_IS_ANSWERED(
            plain(5, "CLIENT REPLY OFF is answered with OK.")
                    .caughtBy("CLIENT-23")
                    .look("replies are off from this one on"),
            new Patch(
                    "extensions/ClientCommands",
                    "case \"OFF\" -> mode.off();",
                    "case \"OFF\" -> { mode.off(); return new Replies.Push(List.of(Reply.OK)); }")),
    REPLY_OFF_LEAVES_ERRORS(
            plain(5, "After CLIENT REPLY OFF errors are answered all the same.")
                    .caughtBy("CLIENT-23")
                    .look("an error is a reply, too"),
            new Patch(
                    "extensions/ReplyMode",
                    "silent && !isPush(reply)",
                    "silent && !(reply instanceof Reply.ErrorMessage) && !isPush(reply)")),
    SKIP_SKIPS_ONLY_ITSELF(
            plain(5, "CLIENT REPLY SKIP is not answered, but the request behind it is.")
                    .caughtBy("CLIENT-25")
                    .look("which reply is skipped: that of the next request"),
            new Patch("extensions/ReplyMode", "skips = skipsNext;", "skips = false;")),
    SKIP_COUNTS(
            plain(5, "CLIENT REPLY SKIP twice skips two replies.")
                    .caughtBy("CLIENT-26")
                    .silent()
                    .hint("silence")
                    .look("remember that the next is skipped, not how many"),
            new Patch(
                    "extensions/ReplyMode",
                    "skips = skipsNext; skipsNext = false;",
                    "boolean more = skips && skipsNext; skips = skipsNext; skipsNext = more;")),
    SKIP_TURNS_REPLIES_ON(
            plain(5, "After CLIENT REPLY SKIP replies are on, though they were off.")
                    .caughtBy("CLIENT-27")
                    .hint("bulk for simple")
                    .look("SKIP is for a client that gets replies; one that gets none stays without"),
            new Patch("extensions/ReplyMode", "skipsNext = !off;", "skipsNext = true; off = false;")),
    RESET_LEAVES_REPLIES_OFF(
            plain(5, "RESET leaves replies off.")
                    .silent()
                    .caughtBy("CLIENT-28")
                    .hint("silence")
                    .look("RESET makes everything what it was at first"),
            new Patch("extensions/Session", "replyMode.reset();", "")),
    REPLY_OFF_SILENCES_PUSHES(
            plain(5, "After CLIENT REPLY OFF a SUBSCRIBE is not confirmed.")
                    .silent()
                    .caughtBy("CLIENT-29")
                    .hint("silence")
                    .look("a push is no reply"),
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
