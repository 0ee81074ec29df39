package miniredis.spec.steps;

import io.cucumber.java.ParameterType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import miniredis.spec.exploration.RacePlan;
import miniredis.spec.exploration.Topic;
import miniredis.spec.wire.ByteText;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.RequestText;

/** How features write values, keys, commands, replies and the rest of the vocabulary (features/README.md). */
public final class Notation {
    private static final String QUOTED_OR_SIZE = RequestText.QUOTED_OR_SIZE;

    /** What a client can do to its connection. */
    enum Departure {
        DISCONNECTS,
        RESETS_THE_CONNECTION,
        STOPS_SENDING;

        void of(Client client) {
            switch (this) {
                case DISCONNECTS -> client.close();
                case RESETS_THE_CONNECTION -> client.breakOff();
                case STOPS_SENDING -> client.stopSending();
            }
        }
    }

    @ParameterType(QUOTED_OR_SIZE)
    public byte[] value(String text) {
        return RequestText.bytes(text);
    }

    @ParameterType(QUOTED_OR_SIZE)
    public byte[] key(String text) {
        return RequestText.bytes(text);
    }

    /** Its words end where a number of times begins. */
    @ParameterType(RequestText.WORD + "(?: (?!once\\b|twice\\b|times\\b|\\d+ times\\b)" + RequestText.WORD + ")*")
    public Object command(String text) {
        return Command.parse(text);
    }

    /** The name alone: "a" and "the" client are the same, "another" and "the other" too. */
    @ParameterType("(?:an?|the|another|the other)(?: [a-z]+)? client|every client")
    public String client(String text) {
        return text.startsWith("another") || text.startsWith("the other")
                ? text.replaceFirst("^(?:another|the other)", "other")
                : text.replaceFirst("^(?:an?|the) ", "");
    }

    @ParameterType("once|twice|\\d+ times")
    public Integer times(String text) {
        return switch (text) {
            case "once" -> 1;
            case "twice" -> 2;
            default -> Integer.valueOf(text.substring(0, text.indexOf(' ')));
        };
    }

    @ParameterType("step [234]|the area [a-z-]+")
    public Topic topic(String text) {
        return Topic.called(text);
    }

    @ParameterType("increment the same new keys|store and read the same key|store keys and limit their lifetimes"
            + "|read and store keys that have just ended")
    public RacePlan race(String text) {
        return RacePlan.called(text);
    }

    @ParameterType("all at once|one after another")
    public String order(String text) {
        return text;
    }

    @ParameterType("disconnects|resets the connection|stops sending")
    public Object departure(String text) {
        return Departure.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    @ParameterType("stays open|is closed")
    public String fate(String text) {
        return text;
    }

    private static final String ONE_REPLY =
            "(?:OK|PONG|QUEUED|null|an error|the error (?:that begins with )?\"(?:[^\"\\\\]|\\\\.)*+\"|the integer -?\\d+"
                    + "|an integer from -?\\d+ to -?\\d+|an integer|a text|a text with(?:out)? \"(?:[^\"\\\\]|\\\\.)*+\""
                    + "|the simple string \"(?:[^\"\\\\]|\\\\.)*+\"|the null array|the null of RESP3"
                    + "|key \"(?:[^\"\\\\]|\\\\.)*+\"|(?:push |in any order )?\\[.*]|\\{.*}|" + QUOTED_OR_SIZE + ")";

    @ParameterType(ONE_REPLY + "(?: or " + ONE_REPLY + ")*")
    public Object reply(String text) {
        return text;
    }

    @ParameterType("DBSIZE|\"[a-z0-9_:]+\" of INFO")
    public String metric(String text) {
        return text;
    }

    @ParameterType(Change.PATTERN)
    public Object change(String text) {
        return Change.parse(text);
    }

    /** A block of bytes: line ends and the spaces around lines do not count; {@code ¦} separates the pieces. */
    static List<byte[]> pieces(String block) {
        var joined = String.join("", block.lines().map(String::strip).toList());
        return Arrays.stream(joined.split("¦")).map(ByteText::unescape).toList();
    }

    /** The same as one. */
    static byte[] block(String block) {
        return Bytes.concat(pieces(block));
    }
}
