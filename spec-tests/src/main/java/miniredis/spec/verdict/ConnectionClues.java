package miniredis.spec.verdict;

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
                    e -> e.framing() == Framing.BYTE_BY_BYTE,
                    "the same request goes well in one piece: a read can bring any part of a request, so keep what has come"
                            + " until the rest is there"),
            Clue.of(
                    "in one packet",
                    e -> e.framing() == Framing.ONE_PACKET,
                    "the same requests go well one by one: a read can bring several requests, and a half, so go on until"
                            + " nothing whole is left of what was read"),
            Clue.of(
                    "echo",
                    e -> e.sent().length > 0 && e.receivedText().startsWith(e.sentText()),
                    "the server sends the request back: what is to be written is the reply, not the buffer that was read"),
            Clue.of(
                    "line end in an error",
                    e -> e.receivedText().matches("-[^\r\n]*[\r\n](?s:.*)")
                            && e.sentText().contains(e.receivedText().strip().replaceFirst("(?s)^.*[\r\n]", ""))
                            && e.receivedText().strip().matches("(?s).*[\r\n].+")
                            && !e.wanted().matches("(?s)(.*\r\n){2,}"),
                    "a line end went into the text of an error, and ends it there: what a client sent has to be shown without its"
                            + " line ends"),
            Clue.of(
                    "not closed",
                    e -> e.isSilent() && e.expected() instanceof Expected.Closed,
                    "the connection should have been closed by now; does the loop that reads end when the input does, or"
                            + " after a request that cannot be read?"),
            Clue.of(
                    "greeting",
                    e -> e.surplus() && e.asksForNothing() && (e.sent().length == 0 || isNoAnswerToPing(e)),
                    "something came before the answer to the first request: a greeting? A client takes it for that answer"),
            Clue.of(
                            "unasked reply",
                            e -> e.received().length > 0 && !e.receivedText().startsWith("-") && e.asksForNothing(),
                            "something came that was not asked for: a reply to half a request, to somebody else's, or a second one")
                    .ofManyMistakes(),
            Clue.of(
                    "more before the reply",
                    e -> !e.wanted().isEmpty()
                            && e.receivedText().endsWith(e.wanted())
                            && e.received().length > e.wanted().length()
                            && !e.receivedText().startsWith(firstTwo(e.wanted())),
                    "the right reply came, but something else came before it: a greeting, or what is left of an earlier"
                            + " reply?"));

    private ConnectionClues() {}

    private static boolean isNoAnswerToPing(Evidence e) {
        return e.sentText().equals("*1\r\n$4\r\nPING\r\n")
                && !e.receivedText().startsWith("+PONG")
                && !e.receivedText().startsWith("-");
    }

    /** Of an error or an integer perhaps only the first is known. */
    private static String firstTwo(String text) {
        return text.substring(0, Math.min(2, text.length()));
    }
}
