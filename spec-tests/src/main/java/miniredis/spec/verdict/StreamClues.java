package miniredis.spec.verdict;

import static miniredis.spec.wire.Ending.SILENT;

import java.util.List;

/** Nothing came, or less than should. */
final class StreamClues {
    static final List<Clue> ALL = List.of(
            Clue.of(
                    "one read, one request",
                    e -> e.ending() == SILENT && (beganWell(e) || isBehindTheFirst(e)),
                    "the first replies came, the others did not: a read can bring several requests; perhaps what came behind"
                            + " the first one is thrown away, or waits"),
            Clue.of(
                    "silence",
                    e -> e.ending() == SILENT && e.received().length == 0 && e.sent().length > 0,
                    "no answer: perhaps it waits in a buffer that is not flushed; or the server waits for more bytes than the"
                            + " request has, for another client, or for a lock"));

    private StreamClues() {}

    /** Whether several requests went out together, and it is not the first that has no reply. */
    private static boolean isBehindTheFirst(Evidence e) {
        return e.expected().matches("as reply ([2-9]|\\d{2,}) of .*")
                && e.sentText().split("\\*\\d+\r\n\\$", -1).length > 2;
    }

    private static boolean beganWell(Evidence e) {
        return e.received().length > 0
                && e.wanted().length() > e.received().length
                && e.wanted().startsWith(e.receivedText());
    }
}
