package miniredis.proof.mistakes;

import static miniredis.proof.mistakes.Entry.plain;

/** Messages for subscribed clients. Step 5. */
public enum PubSubMistake implements SourceMistake {
    ONE_ANSWER_FOR_ALL_CHANNELS(
            plain(5, "SUBSCRIBE to several channels is answered only once.")
                    .silent()
                    .caughtBy("PUBSUB-01", "PUBSUB-02")
                    .look("the replies: one for each channel"),
            new Patch(
                    "extensions/PubSub",
                    "replies.add(change(kind, Reply.bulk(name), client)); } return new Replies.Several(replies);",
                    "replies.add(change(kind, Reply.bulk(name), client)); } return new Replies.Several(replies.subList(0, 1));")),
    COUNT_OF_THE_CHANNEL(
            plain(5, "SUBSCRIBE replies with the number of the channel's subscribers.")
                    .caughtBy("PUBSUB-01")
                    .look("the count: how many channels this client is subscribed to"),
            new Patch(
                    "extensions/PubSub",
                    "int count = client.channels().size() + client.patterns().size();",
                    "int count = 1;")),
    PATTERNS_COUNTED_APART(
            plain(5, "The reply counts channels without patterns.")
                    .caughtBy("PUBSUB-03", "PUBSUB-05")
                    .look("the count: both together"),
            new Patch(
                    "extensions/PubSub",
                    "int count = client.channels().size() + client.patterns().size();",
                    "int count = client.channels().size();")),
    UNSUBSCRIBE_NEEDS_NAMES(
            plain(5, "UNSUBSCRIBE without a name unsubscribes from nothing.")
                    .caughtBy("PUBSUB-04")
                    .look("UNSUBSCRIBE without a name: all channels of this client"),
            new Patch("extensions/PubSub", "names.isEmpty() ? List.copyOf(own(kind, client)) : names", "names")),
    PUBLISH_ANSWERS_OK(
            plain(5, "PUBLISH replies OK.")
                    .caughtBy("PUBSUB-08")
                    .hint("simple for integer")
                    .look("the reply: how many clients received it"),
            new Patch("extensions/PubSub", "return Reply.number(heard);", "return Reply.OK;")),
    PUBLISH_COUNTS_CHANNELS_ONLY(
            plain(5, "PUBLISH does not count clients that are subscribed to a pattern.")
                    .caughtBy("PATTERN-01", "PATTERN-02.1")
                    .look("the count: both together"),
            new Patch(
                    "extensions/PubSub",
                    "Reply.bulk(pattern.getKey()), Reply.bulk(channel), Reply.bulk(message)); heard++;",
                    "Reply.bulk(pattern.getKey()), Reply.bulk(channel), Reply.bulk(message));")),
    ONE_LISTENER_HEARS(
            plain(5, "Only the first subscriber of a channel receives the message.")
                    .silent()
                    .caughtBy("PUBSUB-12", "PUSH-05")
                    .look("the loop over subscribers: all of them"),
            new Patch(
                    "extensions/PubSub",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message)); heard++;",
                    "if (heard++ == 0) { client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message)); }")),
    LISTENERS_THAT_LEFT(
            plain(5, "Clients that have disconnected still count as subscribers.")
                    .caughtBy("PUBSUB-14")
                    .look("the end of a connection: unsubscribe from all channels"),
            new Patch(
                    "extensions/Session",
                    "synchronized (lock) { server.pubSub().leaveAll(this);",
                    "synchronized (lock) {")),
    MESSAGES_AS_TEXT(
            plain(5, "Messages are decoded and encoded again.")
                    .caughtBy("PUBSUB-15.3", "PUBSUB-15.2")
                    .look("the message: bytes stay bytes"),
            new Patch(
                    "extensions/PubSub",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message));",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(Bytes.of(new String(message.content(), java.nio.charset.StandardCharsets.US_ASCII).getBytes(java.nio.charset.StandardCharsets.UTF_8))));")),
    MESSAGE_WITHOUT_CHANNEL(
            plain(5, "A message arrives without its channel.")
                    .caughtBy("PUBSUB-09")
                    .look("the three parts: message, channel, text"),
            new Patch(
                    "extensions/PubSub",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message));",
                    "client.push(text(\"message\"), Reply.bulk(message));")),
    PMESSAGE_WITHOUT_PATTERN(
            plain(5, "A message to a pattern arrives in the form of a message to a channel.")
                    .caughtBy("PATTERN-01")
                    .look("the four parts: pmessage, pattern, channel, text"),
            new Patch(
                    "extensions/PubSub",
                    "client.push( text(\"pmessage\"), Reply.bulk(pattern.getKey()), Reply.bulk(channel), Reply.bulk(message));",
                    "client.push(text(\"message\"), Reply.bulk(channel), Reply.bulk(message));")),
    STAR_NEEDS_A_BYTE(
            plain(5, "An asterisk matches at least one byte.")
                    .caughtBy("PATTERN-02.2")
                    .look("the asterisk: it matches any bytes, or none"),
            new Patch("extensions/Glob", "star = ++p; resume = t;", "star = ++p; resume = t; t++;")),
    QUESTION_MARK_IS_ITSELF(
            plain(5, "A question mark matches only itself.")
                    .caughtBy("PATTERN-02.4")
                    .look("the question mark: it matches any one byte"),
            new Patch("extensions/Glob", "case '?' -> true;", "case '?' -> b == '?';")),
    BRACKETS_ARE_THEMSELVES(
            plain(5, "A pattern does not know brackets.")
                    .caughtBy("PATTERN-02.5")
                    .look("brackets: they match one of the bytes in them"),
            new Patch("extensions/Glob", "case '[' -> isInSet(p, b);", "case '[' -> b == '[';")),
    OPEN_BRACKET_MATCHES_NOTHING(
            plain(5, "A bracket that is never closed matches nothing.")
                    .caughtBy("PATTERN-02.17")
                    .look("an open bracket: the end of the pattern closes it"),
            new Patch(
                    "extensions/Glob",
                    "int end = Math.min(closing(p), pattern.length);",
                    "int end = closing(p) < pattern.length ? closing(p) : p + 1;")),
    RANGE_WITHOUT_ITS_END(
            plain(5, "The last byte of a range in brackets does not belong to it.")
                    .caughtBy("PATTERN-02.15")
                    .look("the range: both ends belong to it"),
            new Patch("extensions/Glob", "(b & 0xff) <= high;", "(b & 0xff) < high;")),
    BRACKET_CLOSES_A_RANGE(
            plain(5, "A closing bracket closes even if it is the end of a range.")
                    .caughtBy("PATTERN-02.18", "PATTERN-03.12")
                    .look("ranges: a-] is one, as a-z is"),
            new Patch("extensions/Glob", "at += at + 2 < pattern.length && pattern[at + 1] == '-' ? 3 : 1;", "at++;")),
    CARET_IS_A_MEMBER(
            plain(5, "A caret in brackets counts as one of the bytes.")
                    .caughtBy("PATTERN-02.7")
                    .look("the caret: it means a byte that is not in the brackets"),
            new Patch(
                    "extensions/Glob",
                    "boolean not = at < end && pattern[at] == '^';",
                    "boolean not = at < end && pattern[at] == '!';")),
    PATTERN_MATCHES_THE_BEGINNING(
            plain(5, "A pattern matches if it fits the beginning of a channel.")
                    .caughtBy("PATTERN-03.2", "PATTERN-03.5", "PATTERN-03.1")
                    .look("the end of the comparison: it must be the end of both"),
            new Patch("extensions/Glob", "return p >= pattern.length;", "return true;")),
    SUBSCRIBED_MAY_DO_ALL(
            plain(5, "In RESP2 a subscribed connection accepts every command.")
                    .caughtBy("LISTEN-01")
                    .look("the check of the command: an error for all but a few"),
            new Patch("extensions/Session", "|| !isSubscribed()", "|| isSubscribed() || !isSubscribed()")),
    SUBSCRIBED_PING_IS_PONG(
            plain(5, "PING is answered with +PONG while the connection is subscribed.")
                    .caughtBy("LISTEN-03")
                    .look("the reply to PING: it must have the form of a message"),
            new Patch(
                    "extensions/ClientCommands",
                    "if (client.protocol() == 2 && client.isSubscribed()) {",
                    "if (client.protocol() == 1 && client.isSubscribed()) {")),
    SUBSCRIBED_FOR_EVER(
            plain(5, "After the last UNSUBSCRIBE, other commands are still rejected.")
                    .caughtBy("LISTEN-04", "PUBSUB-03")
                    .look("the count: how many subscriptions are left"),
            new Patch("extensions/PubSub", "own(kind, client).remove(name);", "own(kind, client).contains(name);")),
    MESSAGES_ARE_ARRAYS(
            plain(5, "In RESP3 a message is an array.")
                    .caughtBy("PUSH-02", "PUSH-01")
                    .look("the first byte: a push begins with >"),
            new Patch("extensions/Resp3", "all('>', push.elements());", "all('*', push.elements());")),
    RESP3_IS_REFUSED_TOO(
            plain(5, "In RESP3 a subscribed connection accepts as little as in RESP2.")
                    .caughtBy("PUSH-04")
                    .look("the check of the protocol: pushes are distinct in RESP3, so everything is allowed"),
            new Patch("extensions/Session", "return protocol == 3 ", "return protocol == 4 ")),
    NUMSUB_COUNTS_PATTERNS(
            plain(5, "PUBSUB NUMSUB counts clients that are subscribed to a pattern of that name.")
                    .caughtBy("LISTENERS-06")
                    .look("the count: only channels"),
            new Patch(
                    "extensions/PubSub",
                    "channels.getOrDefault(name, Set.of()).size()",
                    "channels.getOrDefault(name, patterns.getOrDefault(name, Set.of())).size()")),
    EMPTY_CHANNELS_ARE_LISTED(
            plain(5, "PUBSUB CHANNELS shows channels without subscribers.")
                    .caughtBy("LISTENERS-05")
                    .look("the end of a subscription: remove a channel with its last subscriber"),
            new Patch("extensions/PubSub", "return listeners.isEmpty() ? null : listeners;", "return listeners;")),
    CHANNELS_WITHOUT_PATTERN(
            plain(5, "PUBSUB CHANNELS ignores its pattern.")
                    .caughtBy("LISTENERS-03")
                    .look("the filter: only channels that match"),
            new Patch(
                    "extensions/PubSub",
                    ".filter(channel -> args.isEmpty() || Glob.matches(args.get(0), channel))",
                    ".filter(channel -> !channel.equals(null))")),
    NUMPAT_COUNTS_LISTENERS(
            plain(5, "PUBSUB NUMPAT counts subscribers instead of patterns.")
                    .caughtBy("LISTENERS-07")
                    .look("the count: each pattern once"),
            new Patch(
                    "extensions/PubSub",
                    "Reply.number(patterns.size())",
                    "Reply.number(patterns.values().stream().mapToInt(Set::size).sum())")),
    LEAVING_NOTHING_HAS_NO_ANSWER(
            plain(5, "UNSUBSCRIBE of a client without subscriptions is not answered.")
                    .silent()
                    .caughtBy("PUBSUB-19.1")
                    .hint("passed over")
                    .look("a loop over no channels: one reply even then, with null"),
            new Patch(
                    "extensions/PubSub",
                    "left.isEmpty() ? List.of(change(kind, Reply.bulk(null), client)) : replies",
                    "replies")),
    RESET_KEEPS_PATTERNS(
            plain(5, "RESET unsubscribes from the channels but not from the patterns.")
                    .caughtBy("LISTEN-09")
                    .look("the subscriptions: both lists"),
            new Patch("extensions/PubSub", "client.patterns().clear();", "")),
    BACKSLASH_IN_A_SET(
            plain(5, "A backslash in brackets counts as one of the bytes.")
                    .caughtBy("PATTERN-02.23", "PATTERN-03.13")
                    .look("the backslash: it escapes the next byte in brackets, too"),
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
