package miniredis.spec.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader;
import org.jspecify.annotations.Nullable;

/**
 * One place where a server did something else than the specification says.
 *
 * @param sent the request, or the requests sent together
 * @param position which of several replies this is about
 * @param surplus whether everything expected came, and then more
 * @param framing how the requests were cut into packets
 */
public record Evidence(
        byte[] sent, Expected expected, Position position, boolean surplus, Actual observed, Framing framing) {
    private static final int MANY_BYTES = 128 * 1024;

    /** Reply {@code index} of {@code count}, counted from 1. */
    public record Position(int index, int count) {
        public static final Position ONLY = new Position(1, 1);
    }

    public Evidence(byte[] sent, Expected expected, Actual observed) {
        this(sent, expected, Position.ONLY, false, observed, Framing.AS_WRITTEN);
    }

    /** More came than was expected. */
    public static Evidence ofSurplus(byte[] sent, Expected expected, byte[] received) {
        return new Evidence(sent, expected, Position.ONLY, true, new Actual.Answered(received), Framing.AS_WRITTEN);
    }

    public Evidence at(Position where) {
        return new Evidence(sent, expected, where, surplus, observed, framing);
    }

    /** The same place, when it has become known what really happened there. */
    public Evidence with(Actual known) {
        return new Evidence(sent, expected, position, surplus, known, framing);
    }

    public byte[] received() {
        return observed.bytes();
    }

    /** What should have come, in words. */
    public String expectedInWords() {
        return (position.count() > 1 ? "as reply %d of %d: ".formatted(position.index(), position.count()) : "")
                + expected.inWords()
                + (surplus ? ", and nothing after it" : "");
    }

    /** The index of the first received byte that is wrong; -1 where that can't be said. */
    public int differsAt() {
        var wanted = expected.wire().orElse(null);
        if (wanted == null || received().length == 0) {
            return -1;
        }
        int at = Arrays.mismatch(wanted, received());
        return at < 0 ? wanted.length : at;
    }

    /** The same with no more bytes than it takes to see a pattern: some conversations have megabytes. */
    Evidence beginning() {
        boolean small = sent.length <= MANY_BYTES
                && received().length <= MANY_BYTES
                && expected.wire().map(wire -> wire.length <= MANY_BYTES).orElse(true);
        if (small) {
            return this;
        }
        var wanted = expected.wire().<Expected>map(wire -> new Expected.TheseBytes(first(wire)));
        return new Evidence(
                first(sent), wanted.orElse(expected), position, surplus, observed.with(first(received())), framing);
    }

    private static byte[] first(byte[] bytes) {
        return bytes.length <= MANY_BYTES ? bytes : Arrays.copyOf(bytes, MANY_BYTES);
    }

    boolean isSilent() {
        return observed instanceof Actual.Silence;
    }

    /** Whether nothing at all was expected here. */
    boolean asksForNothing() {
        return expected instanceof Expected.Nothing
                || expected instanceof Expected.NoMore
                || expected instanceof Expected.StaysOpen;
    }

    /** The request as text of one char a byte, for looking for patterns. */
    String sentText() {
        return text(sent);
    }

    String receivedText() {
        return text(received());
    }

    /** The expected reply as text, as far as it is known. */
    String wanted() {
        return expected.knownOfWire();
    }

    /** The first of the replies that were expected; null where that is not known. */
    @Nullable
    Reply wantedReply() {
        return first(wanted());
    }

    /** Whether one reply was expected, not several in a row: there another type can mean another order. */
    boolean isOfOneReply() {
        var wanted = wanted().getBytes(StandardCharsets.ISO_8859_1);
        return position.count() == 1
                && (wanted.length == 1
                        || ReplyReader.read(wanted, 0, wanted.length) instanceof ReplyReader.Reading.Whole whole
                                && whole.end() == wanted.length);
    }

    /** The first reply that came; null when nothing whole did. */
    @Nullable
    Reply receivedReply() {
        return first(receivedText());
    }

    private static @Nullable Reply first(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return ReplyReader.read(bytes, 0, bytes.length) instanceof ReplyReader.Reading.Whole whole
                ? whole.reply()
                : null;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "expected %s, received %s, then %s"
                .formatted(expectedInWords(), ByteText.quote(received(), 200), observed.then());
    }
}
