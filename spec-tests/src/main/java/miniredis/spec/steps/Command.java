package miniredis.spec.steps;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Reply.ErrorReply;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.ReplyReader.Reading;
import miniredis.spec.wire.RequestText;

/**
 * A command as a feature writes it: {@code SET "session" "new"}.
 *
 * @param marked which of the words the feature marks as keys: {@code APPEND key "log" "x"}
 */
record Command(List<byte[]> words, Set<Integer> marked) {

    /** What is known of these keys' lifetimes is no longer so. */
    private static final Set<String> REPLACES_LIFETIMES =
            Set.of("DEL", "PERSIST", "MSET", "EXPIREAT", "PEXPIREAT", "PEXPIRE");

    /** So many seconds can be counted in nanoseconds: 292 years. */
    private static final String COUNTABLE = "[1-9][0-9]{0,8}|[1-8][0-9]{9}";

    static Command parse(String text) {
        var request = RequestText.parse(text);
        return new Command(request.words(), request.keys());
    }

    static Command of(String name, byte[]... arguments) {
        var words = new ArrayList<byte[]>();
        words.add(ascii(name));
        words.addAll(List.of(arguments));
        return new Command(words, Set.of());
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String name() {
        return new String(words.get(0), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    }

    private Set<Integer> keyPositions() {
        var positions = new TreeSet<>(marked);
        positions.addAll(KeyPositions.of(name(), words.size()));
        return positions;
    }

    /** The first word behind the name if that is a key, or the first that is marked as one; as the feature writes it, one char a byte. */
    String key() {
        return keyPositions().stream()
                .filter(at -> at == 1 || marked.contains(at))
                .findFirst()
                .map(at -> keyText(words.get(at)))
                .orElse("");
    }

    static String keyText(byte[] key) {
        return new String(key, StandardCharsets.ISO_8859_1);
    }

    boolean asksForTimeToLive() {
        return name().equals("TTL");
    }

    /** The words to send, the keys with the scenario's prefix. */
    List<byte[]> onTheWire(Keys keys) {
        var sent = new ArrayList<>(words);
        keyPositions().forEach(at -> sent.set(at, keys.onTheWire(words.get(at))));
        return sent;
    }

    /** Remembers what this command and its answer say about the key's lifetime. */
    void noteLifetime(Lifetimes lifetimes, Answer answer, long requested) {
        if (!(answer.reading() instanceof Reading.Whole whole)) {
            return;
        }
        lifetimes.noteUse(key(), answer.at());
        if (REPLACES_LIFETIMES.contains(name())) {
            KeyPositions.of(name(), words.size()).forEach(at -> lifetimes.noLongerMatters(keyText(words.get(at))));
        } else if (name().equals("FLUSHALL")) {
            lifetimes.noneMatters();
        }
        if (name().equals("SET") && !(whole.reply() instanceof ErrorReply)) {
            lifetimes.noLongerMatters(key());
            beginLifetimeOfSet(lifetimes, requested, answer);
        } else if (name().equals("PEXPIRE") && words.size() == 3) {
            begin(lifetimes, text(2), 1, requested, answer);
        } else if (name().equals("EXPIRE")
                && words.size() == 3
                && whole.reply() instanceof IntegerReply integer
                && integer.value() == 1) {
            if (text(2).matches(COUNTABLE)) {
                lifetimes.begin(key(), Long.parseLong(text(2)), requested, answer.at());
            } else {
                lifetimes.noLongerMatters(key());
            }
        }
    }

    private void beginLifetimeOfSet(Lifetimes lifetimes, long requested, Answer answer) {
        for (int at = 3; at + 1 < words.size(); at++) {
            var option = text(at).toUpperCase(Locale.ROOT);
            if (option.equals("EX") || option.equals("PX")) {
                begin(lifetimes, text(at + 1), option.equals("EX") ? 1000 : 1, requested, answer);
            }
        }
    }

    private void begin(Lifetimes lifetimes, String time, int milliseconds, long requested, Answer answer) {
        if (time.matches(COUNTABLE)) {
            lifetimes.beginMillis(key(), Long.parseLong(time) * milliseconds, requested, answer.at());
        }
    }

    private String text(int at) {
        return new String(words.get(at), StandardCharsets.ISO_8859_1);
    }
}
