package miniredis.spec.verdict;

import static miniredis.spec.wire.Ending.SILENT;

import java.util.List;

/** Something is wrong with the conversation as a whole. */
final class ConnectionClues {
    static final List<Clue> ALL = List.of(
            Clue.of(
                    "HTTP",
                    e -> e.receivedText().startsWith("HTTP/"),
                    "this server speaks HTTP; is the right program listening on this port?"),
            Clue.of(
                    "cut into bytes",
                    e -> e.framing().startsWith("each byte"),
                    "the same request goes well in one piece: a read can bring any part of a request, so keep what has come"
                            + " until the rest is there"),
            Clue.of(
                    "in one packet",
                    e -> e.framing().startsWith("all requests"),
                    "the same requests go well one by one: a read can bring several requests, and a half, so go on until"
                            + " nothing whole is left of what was read"),
            Clue.of(
                    "echo",
                    e -> e.sent().length > 0 && e.receivedText().startsWith(e.sentText()),
                    "the server sends the request back: what is to be written is the reply, not the buffer that was read"),
            Clue.of(
                    "not closed",
                    e -> e.ending() == SILENT && e.expected().equals("the connection closed by the server"),
                    "the connection should have been closed by now; does the loop that reads end when the input does, or"
                            + " after a request that cannot be read?"),
            Clue.of(
                    "unasked reply",
                    e -> e.received().length > 0
                            && !e.receivedText().startsWith("-")
                            && e.expected().matches("(no more than|no reply at all|the connection stays open).*"),
                    "something came that was not asked for: a reply to half a request, to somebody else's, or a second one"),
            Clue.of(
                    "more before the reply",
                    e -> !e.wanted().isEmpty()
                            && e.receivedText().endsWith(e.wanted())
                            && e.received().length > e.wanted().length()
                            && !e.receivedText().startsWith(firstTwo(e.wanted())),
                    "the right reply came, but something else came before it: a greeting, or what is left of an earlier"
                            + " reply?"));

    private ConnectionClues() {}

    /** Of an error or an integer perhaps only the first is known. */
    private static String firstTwo(String text) {
        return text.substring(0, Math.min(2, text.length()));
    }
}
