package miniredis.spec.verdict;

import java.util.Optional;
import miniredis.spec.wire.ReplyReader;

/**
 * Why a scenario failed.
 *
 * @param evidence what was sent, expected and received
 * @param step the step that failed, as the feature writes it; empty for what is checked after the last one
 * @param death how the server ended, if it did
 */
public record Failure(Evidence evidence, String step, Optional<String> death) {

    /** How the connection, or the server, ended, in words. */
    public String then() {
        if (death.isPresent()) {
            return "the server " + death.get();
        }
        boolean nothing = evidence.received().length == 0;
        return switch (evidence.ending()) {
            case ANSWERED -> "the connection stayed open";
            case NOT_RESP -> "this can't become a reply: " + whatIsWrong();
            case SILENT ->
                nothing
                        ? "silence: nothing came, and the connection stayed open"
                        : "silence: no more came, and the connection stayed open";
            case CLOSED ->
                nothing ? "the server closed the connection without an answer" : "the server closed the connection";
            case RESET ->
                "the connection was reset (closed by the server before it had read everything, or with its process)";
            case REFUSED -> "the connection was refused: nobody listens on the port";
            case NOT_ACCEPTED -> "somebody listens on the port, but did not accept the connection";
            case STUCK -> "the server took no more of the bytes sent to it, and the connection stayed open";
            case SLOW -> "the server was so slow with its replies that the scenario was given up after 30 s";
            case FLOODED -> "the server kept sending: megabytes that nobody asked for";
        };
    }

    private String whatIsWrong() {
        var received = evidence.received();
        return ReplyReader.read(received, 0, received.length) instanceof ReplyReader.Reading.Broken broken
                ? broken.reason()
                : "no client can read it";
    }

    /** What the bytes say about the mistake, if it is a known one. */
    public Optional<String> hint() {
        return Clues.in(this).map(Clues.Found::hint);
    }

    /** The name of that clue. */
    public Optional<String> clue() {
        return Clues.in(this).map(Clues.Found::name);
    }
}
