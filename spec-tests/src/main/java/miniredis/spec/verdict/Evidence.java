package miniredis.spec.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader;

/**
 * One place where a server did something else than the specification says.
 *
 * @param sent the request, or the requests sent together
 * @param expected what should have come, in words
 * @param expectedBytes the same in bytes; null where more than one answer would do
 * @param received what came
 * @param ending how the waiting ended
 * @param framing how the requests were cut into packets, when the scenario's own way went well; else empty
 */
public record Evidence(
        byte[] sent, String expected, byte[] expectedBytes, byte[] received, Ending ending, String framing) {
    private static final int MANY_BYTES = 128 * 1024;

    public Evidence(byte[] sent, String expected, byte[] expectedBytes, byte[] received, Ending ending) {
        this(sent, expected, expectedBytes, received, ending, "");
    }

    /** The index of the first received byte that is wrong; -1 where that can't be said. */
    public int differsAt() {
        if (expectedBytes == null || received.length == 0) {
            return -1;
        }
        int common = Math.min(expectedBytes.length, received.length);
        for (int i = 0; i < common; i++) {
            if (expectedBytes[i] != received[i]) {
                return i;
            }
        }
        return common;
    }

    /** The same with no more bytes than it takes to see a pattern: some conversations have megabytes. */
    Evidence beginning() {
        return new Evidence(
                first(MANY_BYTES, sent),
                expected,
                first(MANY_BYTES, expectedBytes),
                first(MANY_BYTES, received),
                ending,
                framing);
    }

    private static byte[] first(int most, byte[] bytes) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    /** The request as text of one char a byte, for looking for patterns. */
    String sentText() {
        return text(sent);
    }

    String receivedText() {
        return text(received);
    }

    /** The expected reply as text, as far as it is known: of an error or an integer perhaps its first byte alone. */
    String wanted() {
        if (expectedBytes != null) {
            return text(expectedBytes);
        }
        if (expected.endsWith("PONG")) {
            return "+PONG\r\n";
        }
        if (expected.contains("an integer from")) {
            return ":";
        }
        return expected.contains("an error:") ? "-" : "";
    }

    /** The first of the replies that were expected; null where that is not known. */
    Reply wantedReply() {
        return first(wanted().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether one reply was expected, not several in a row: there another type can mean another order. */
    boolean isOfOneReply() {
        byte[] wanted = wanted().getBytes(StandardCharsets.ISO_8859_1);
        boolean oneOfMany = expected.startsWith("as reply");
        return !oneOfMany
                && (wanted.length == 1
                        || ReplyReader.read(wanted, 0, wanted.length) instanceof ReplyReader.Reading.Whole whole
                                && whole.end() == wanted.length);
    }

    /** The first reply that came; null when nothing whole did. */
    Reply receivedReply() {
        return first(received);
    }

    private static Reply first(byte[] bytes) {
        return ReplyReader.read(bytes, 0, bytes.length) instanceof ReplyReader.Reading.Whole whole
                ? whole.reply()
                : null;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "expected %s, received %s, then %s".formatted(expected, ByteText.quote(received, 200), ending);
    }
}
