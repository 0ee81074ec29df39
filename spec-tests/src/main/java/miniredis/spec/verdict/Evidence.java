package miniredis.spec.verdict;

import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Ending;

/**
 * One place where a server did something else than the specification says.
 *
 * @param sent the request, or the requests sent together
 * @param expected what should have come, in words
 * @param expectedBytes the same in bytes; null where more than one answer would do
 * @param received what came
 * @param ending how the waiting ended
 */
public record Evidence(byte[] sent, String expected, byte[] expectedBytes, byte[] received, Ending ending) {

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

    /** The request as text of one char a byte, for looking for patterns. */
    String sentText() {
        return text(sent);
    }

    String expectedText() {
        return expectedBytes == null ? "" : text(expectedBytes);
    }

    String receivedText() {
        return text(received);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "expected %s, received %s, then %s".formatted(expected, ByteText.quote(received, 200), ending);
    }
}
