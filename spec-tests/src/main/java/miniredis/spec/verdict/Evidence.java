package miniredis.spec.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import miniredis.spec.i18n.Message;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader;
import org.jspecify.annotations.Nullable;

/**
 * One place where a server did not do what the specification says: what was sent, what was expected, and what the server did.
 *
 * @param sent the request, or the requests sent together
 * @param position which of several replies this is about
 * @param surplus whether everything expected came, and then more
 * @param framing how the requests were cut into packets
 */
public record Evidence(
        byte[] sent, Expected expected, Position position, boolean surplus, Actual actual, Framing framing) {
    /** Some conversations have megabytes; patterns are looked for in this many bytes. */
    private static final int MOST_SEARCHED = 128 * 1024;

    /** Of those that servers have been seen to read with. */
    private static final int SMALLEST_BUFFER = 512;

    /** Reply {@code index} of {@code count}, counted from 1. */
    public record Position(int index, int count) {
        public static final Position ONLY = new Position(1, 1);
    }

    public Evidence(byte[] sent, Expected expected, Actual actual) {
        this(sent, expected, Position.ONLY, false, actual, Framing.AS_WRITTEN);
    }

    /** More came than was expected. */
    public static Evidence ofSurplus(byte[] sent, Expected expected, byte[] received) {
        return ofSurplus(sent, expected, received, 0);
    }

    /**
     * The same, with what had come before on this connection.
     *
     * @param from where in it begins what was too much
     */
    public static Evidence ofSurplus(byte[] sent, Expected expected, byte[] received, int from) {
        var tooMuch = new Actual.TooMuch(received, from);
        return new Evidence(sent, expected, Position.ONLY, true, tooMuch, Framing.AS_WRITTEN);
    }

    public Evidence at(Position where) {
        return new Evidence(sent, expected, where, surplus, actual, framing);
    }

    /** The same place, when it has become known what really happened there. */
    public Evidence with(Actual known) {
        return new Evidence(sent, expected, position, surplus, known, framing);
    }

    /** The same, when more is known of what follows the silence that it ends in; unchanged if it does not end in one. */
    public Evidence afterSilence(Actual.Afterwards known) {
        return actual instanceof Actual.Silence silence ? with(new Actual.Silence(silence.bytes(), known)) : this;
    }

    public byte[] received() {
        return actual.bytes();
    }

    /** What should have come. */
    public Message expectedInWords() {
        var words = surplus ? Message.of("expected.nothing-after", expected.inWords()) : expected.inWords();
        return position.count() == 1
                ? words
                : Message.of("expected.in-a-row", position.index(), position.count(), words);
    }

    /** The index of the first received byte that is wrong; -1 where that is unknown. */
    public int differsAt() {
        if (actual instanceof Actual.TooMuch tooMuch && tooMuch.from() > 0) {
            return tooMuch.from();
        }
        var wire = expected.wire().orElse(null);
        if (wire == null || received().length == 0) {
            return -1;
        }
        int at = Arrays.mismatch(wire, received());
        return at < 0 ? wire.length : at;
    }

    boolean isSilent() {
        return actual instanceof Actual.Silence;
    }

    /** Whether one read brings all that was sent, however small the buffer; else a part of it may have been answered first. */
    boolean fitsIntoOneRead() {
        return sent.length <= SMALLEST_BUFFER;
    }

    /** Whether more than one request went out: the mistake may be that only the first of a read is looked at. */
    boolean hasSeveralRequests() {
        var text = sentText();
        return text.startsWith("*")
                ? text.split("\\*\\d+\r\n\\$", -1).length > 2
                : text.stripTrailing().contains("\n");
    }

    /** Whether nothing at all was expected here. */
    boolean expectsNothing() {
        return expected instanceof Expected.Nothing
                || expected instanceof Expected.NoMore
                || expected instanceof Expected.StaysOpen;
    }

    /** The beginning of the request, one char a byte. */
    String sentText() {
        return text(sent);
    }

    /** The beginning of what came, one char a byte. */
    String receivedText() {
        return text(received());
    }

    /** The beginning of what was too much; of all that came where nothing was. */
    String tooMuchText() {
        return actual instanceof Actual.TooMuch tooMuch
                ? text(Arrays.copyOfRange(received(), tooMuch.from(), received().length))
                : receivedText();
    }

    /** The beginning of the expected reply, one char a byte, as far as it is known. */
    String expectedText() {
        return expected.wire().map(Evidence::text).orElseGet(expected::knownOfWire);
    }

    /** The first of the replies that were expected; null where that is not known. */
    @Nullable
    Reply expectedReply() {
        return first(expectedText());
    }

    /** The first reply that came; null when nothing whole did. */
    @Nullable
    Reply receivedReply() {
        return first(receivedText());
    }

    /** Whether one reply was expected, not several in a row: there another type can mean another order. */
    boolean isOfOneReply() {
        var text = expectedText();
        return position.count() == 1
                && (text.length() == 1
                        || read(text) instanceof ReplyReader.Reading.Whole whole && whole.end() == text.length());
    }

    private static @Nullable Reply first(String text) {
        return read(text) instanceof ReplyReader.Reading.Whole whole ? whole.reply() : null;
    }

    private static ReplyReader.Reading read(String text) {
        return ReplyReader.read(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    }

    /** The beginning of these bytes, one char a byte. */
    static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, MOST_SEARCHED), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "expected %s, received %s, then %s"
                .formatted(expectedInWords(), ByteText.quote(received(), 200), actual.then());
    }
}
