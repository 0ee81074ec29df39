package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Messages for whoever listens. Step 5. */
public enum PubSubMistake implements SourceMistake {
    ONE_ANSWER_FOR_ALL_CHANNELS(
            plain(5, "SUBSCRIBE to several channels is answered once.")
                    .silent()
                    .caughtBy("PUBSUB-01", "PUBSUB-02")
                    .hint("silence")
                    .look("an answer for each channel"),
            new Patch(
                    "extensions/PubSub",
                    "replies.add(change(kind, Reply.bulk(name), client)); } return new Replies.Several(replies);",
                    "replies.add(change(kind, Reply.bulk(name), client)); } return new Replies.Several(replies.subList(0, 1));")),
    COUNT_OF_THE_CHANNEL(
            plain(5, "SUBSCRIBE answers how many listen to the channel.")
                    .caughtBy("PUBSUB-01")
                    .look("to how many channels this client listens"),
            new Patch(
                    "extensions/PubSub",
                    "int count = client.channels().size() + client.patterns().size();",
                    "int count = 1;")),
    PATTERNS_COUNTED_APART(
            plain(5, "The answer counts channels without patterns.")
                    .caughtBy("PUBSUB-03", "PUBSUB-05")
                    .look("both together"),
            new Patch(
                    "extensions/PubSub",
                    "int count = client.channels().size() + client.patterns().size();",
                    "int count = client.channels().size();")),
    UNSUBSCRIBE_NEEDS_NAMES(
            plain(5, "UNSUBSCRIBE alone leaves nothing.").caughtBy("PUBSUB-04").look("all channels of this client"),
            new Patch("extensions/PubSub", "names.isEmpty() ? List.copyOf(own(kind, client)) : names", "names")),
    PUBLISH_ANSWERS_OK(
            plain(5, "PUBLISH answers OK.")
                    .caughtBy("PUBSUB-08")
                    .hint("simple for integer")
                    .look("how many clients got it"),
            new Patch("extensions/PubSub", "return Reply.number(heard);", "return Reply.OK;")),
    PUBLISH_COUNTS_CHANNELS_ONLY(
            plain(5, "PUBLISH does not count those who listen by a pattern.")
                    .caughtBy("PATTERN-01", "PATTERN-02.1")
                    .look("both together"),
            new Patch(
                    "extensions/PubSub",
                    "Reply.bulk(pattern.getKey()), Reply.bulk(channel), Reply.bulk(message)); heard++;",
                    "Reply.bulk(pattern.getKey()), Reply.bulk(channel), Reply.bulk(message));")),
    ONE_LISTENER_HEARS(
            plain(5, "Only the first who listens to a channel gets the message.")
                    .silent()
                    .caughtBy("PUBSUB-12", "PUSH-05")
                    .hint("silence")
                    .look("all of them"),
            new Patch(
                    "extensions/PubSub",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message)); heard++;",
                    "if (heard++ == 0) { client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message)); }")),
    LISTENERS_THAT_LEFT(
            plain(5, "Who has left is still counted among the listeners.")
                    .caughtBy("PUBSUB-14")
                    .look("leave all channels when the connection ends"),
            new Patch(
                    "extensions/Session",
                    "synchronized (lock) { server.pubSub().leaveAll(this);",
                    "synchronized (lock) {")),
    MESSAGES_AS_TEXT(
            plain(5, "Messages are decoded and encoded again.")
                    .caughtBy("PUBSUB-15.3", "PUBSUB-15.2")
                    .look("bytes stay bytes"),
            new Patch(
                    "extensions/PubSub",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message));",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(Bytes.of(new String(message.content(), java.nio.charset.StandardCharsets.US_ASCII).getBytes(java.nio.charset.StandardCharsets.UTF_8))));")),
    MESSAGE_WITHOUT_CHANNEL(
            plain(5, "A message comes without its channel.")
                    .caughtBy("PUBSUB-09")
                    .look("three parts: message, channel, text"),
            new Patch(
                    "extensions/PubSub",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message));",
                    "client.push(text(\"message\"), Reply.bulk(message));")),
    PMESSAGE_WITHOUT_PATTERN(
            plain(5, "A message to a pattern comes in the form of one to a channel.")
                    .caughtBy("PATTERN-01")
                    .look("pmessage, pattern, channel, text"),
            new Patch(
                    "extensions/PubSub",
                    "client.push( text(\"pmessage\"), Reply.bulk(pattern.getKey()), Reply.bulk(channel), Reply.bulk(message));",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message));")),
    STAR_NEEDS_A_BYTE(
            plain(5, "An asterisk stands for at least one byte.")
                    .caughtBy("PATTERN-02.2")
                    .look("any bytes or none"),
            new Patch("extensions/Glob", "star = ++p; resume = t;", "star = ++p; resume = t; t++;")),
    QUESTION_MARK_IS_ITSELF(
            plain(5, "A question mark matches only itself.")
                    .caughtBy("PATTERN-02.4")
                    .look("any one byte"),
            new Patch("extensions/Glob", "case '?' -> true;", "case '?' -> b == '?';")),
    BRACKETS_ARE_THEMSELVES(
            plain(5, "A pattern knows no brackets.").caughtBy("PATTERN-02.5").look("one of those in them"),
            new Patch("extensions/Glob", "case '[' -> isInSet(p, b);", "case '[' -> b == '[';")),
    OPEN_BRACKET_MATCHES_NOTHING(
            plain(5, "A bracket that is never closed matches nothing.")
                    .caughtBy("PATTERN-02.17")
                    .look("the end of the pattern closes it"),
            new Patch(
                    "extensions/Glob",
                    "int end = Math.min(closing(p), pattern.length);",
                    "int end = closing(p) < pattern.length ? closing(p) : p + 1;")),
    RANGE_WITHOUT_ITS_END(
            plain(5, "The last byte of a range in brackets is not in it.")
                    .caughtBy("PATTERN-02.15")
                    .look("both ends belong to it"),
            new Patch("extensions/Glob", "(b & 0xff) <= high;", "(b & 0xff) < high;")),
    BRACKET_CLOSES_A_RANGE(
            plain(5, "A closing bracket closes even where it is the end of a range.")
                    .caughtBy("PATTERN-02.18", "PATTERN-03.12")
                    .look("a-] is a range, as a-z is"),
            new Patch("extensions/Glob", "at += at + 2 < pattern.length && pattern[at + 1] == '-' ? 3 : 1;", "at++;")),
    CARET_IS_A_MEMBER(
            plain(5, "A caret in brackets is one of the bytes.")
                    .caughtBy("PATTERN-02.7")
                    .look("one that is not in them"),
            new Patch(
                    "extensions/Glob",
                    "boolean not = at < end && pattern[at] == '^';",
                    "boolean not = at < end && pattern[at] == '!';")),
    PATTERN_MATCHES_THE_BEGINNING(
            plain(5, "A pattern matches when it fits the beginning of a channel.")
                    .caughtBy("PATTERN-03.2", "PATTERN-03.5", "PATTERN-03.1")
                    .look("to the end of both"),
            new Patch("extensions/Glob", "return p >= pattern.length;", "return true;")),
    SUBSCRIBED_MAY_DO_ALL(
            plain(5, "In RESP2 a subscribed connection takes every command.")
                    .caughtBy("LISTEN-01")
                    .look("an error for all but a few"),
            new Patch("extensions/Session", "|| !isSubscribed()", "|| isSubscribed() || !isSubscribed()")),
    SUBSCRIBED_PING_IS_PONG(
            plain(5, "PING is answered with +PONG while the connection is subscribed.")
                    .caughtBy("LISTEN-03")
                    .look("in the form of a message"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (client.protocol() == 2 && client.isSubscribed()) {",
                    "if (client.protocol() == 1 && client.isSubscribed()) {")),
    SUBSCRIBED_FOR_EVER(
            plain(5, "After the last UNSUBSCRIBE other commands are still refused.")
                    .caughtBy("LISTEN-04", "PUBSUB-03")
                    .look("count what is left"),
            new Patch("extensions/PubSub", "own(kind, client).remove(name);", "own(kind, client).contains(name);")),
    MESSAGES_ARE_ARRAYS(
            plain(5, "In RESP3 a message is an array.")
                    .caughtBy("PUSH-02", "PUSH-01")
                    .look("a push begins with >"),
            new Patch("extensions/Resp3", "all('>', push.elements());", "all('*', push.elements());")),
    RESP3_IS_REFUSED_TOO(
            plain(5, "In RESP3 a subscribed connection takes as little as in RESP2.")
                    .caughtBy("PUSH-04")
                    .look("pushes are told apart: everything is allowed"),
            new Patch("extensions/Session", "return protocol == 3 ", "return protocol == 4 ")),
    NUMSUB_COUNTS_PATTERNS(
            plain(5, "PUBSUB NUMSUB counts those who listen by a pattern of that name.")
                    .caughtBy("LISTENERS-06")
                    .look("channels only"),
            new Patch(
                    "extensions/PubSub",
                    "channels.getOrDefault(name, Set.of()).size()",
                    "channels.getOrDefault(name, patterns.getOrDefault(name, Set.of())).size()")),
    EMPTY_CHANNELS_ARE_LISTED(
            plain(5, "PUBSUB CHANNELS shows channels that nobody is left in.")
                    .caughtBy("LISTENERS-05")
                    .look("remove a channel with its last listener"),
            new Patch("extensions/PubSub", "return listeners.isEmpty() ? null : listeners;", "return listeners;")),
    CHANNELS_WITHOUT_PATTERN(
            plain(5, "PUBSUB CHANNELS ignores its pattern.")
                    .caughtBy("LISTENERS-03")
                    .look("only those that match"),
            new Patch(
                    "extensions/PubSub",
                    ".filter(channel -> args.isEmpty() || Glob.matches(args.get(0), channel))",
                    ".filter(channel -> !channel.equals(null))")),
    NUMPAT_COUNTS_LISTENERS(
            plain(5, "PUBSUB NUMPAT counts listeners instead of patterns.")
                    .caughtBy("LISTENERS-07")
                    .look("each pattern once"),
            new Patch(
                    "extensions/PubSub",
                    "Reply.number(patterns.size())",
                    "Reply.number(patterns.values().stream().mapToInt(Set::size).sum())")),
    LEAVING_NOTHING_HAS_NO_ANSWER(
            plain(5, "UNSUBSCRIBE of a client that listens to nothing is not answered.")
                    .silent()
                    .caughtBy("PUBSUB-19.1")
                    .hint("passed over")
                    .look("a loop over no channels: one answer even then, with null"),
            new Patch(
                    "extensions/PubSub",
                    "left.isEmpty() ? List.of(change(kind, Reply.bulk(null), client)) : replies",
                    "replies")),
    RESET_KEEPS_PATTERNS(
            plain(5, "RESET leaves the channels and keeps the patterns.")
                    .caughtBy("LISTEN-09")
                    .look("both lists"),
            new Patch("extensions/PubSub", "client.patterns().clear();", "")),
    BACKSLASH_IN_A_SET(
            plain(5, "A backslash in brackets is one of the letters.")
                    .caughtBy("PATTERN-02.23", "PATTERN-03.13")
                    .look("it takes the next as it is, there as well"),
            new Patch("extensions/Glob", "if (pattern[at] == '\\\\' && at + 1 < end)", "if (at < 0)"));

    private final Entry entry;
    private final Patch patch;

    PubSubMistake(Entry entry, Patch patch) {
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
