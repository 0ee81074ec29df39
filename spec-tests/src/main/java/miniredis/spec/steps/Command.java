package miniredis.spec.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import miniredis.spec.command.Catalogue;
import miniredis.spec.command.CommandRow;
import miniredis.spec.command.CommandRow.LifetimeEffect;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Bytes;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.Reply.ErrorReply;
import miniredis.spec.wire.Reply.IntegerReply;
import miniredis.spec.wire.Reply.SimpleString;
import miniredis.spec.wire.ReplyReader.Reading;
import miniredis.spec.wire.RequestText;

/**
 * A command as a feature writes it: {@code SET "session" "new"}.
 *
 * @param marked which of the words the feature marks as keys: {@code APPEND key "log" "x"}
 */
record Command(List<byte[]> words, Set<Integer> marked) {

    /** So many seconds can be counted in nanoseconds: 292 years. */
    private static final String COUNTABLE = "[1-9][0-9]{0,8}|[1-8][0-9]{9}";

    static Command parse(String text) {
        var request = RequestText.parse(text);
        return new Command(request.words(), request.keys());
    }

    static Command of(String name, byte[]... arguments) {
        var words = new ArrayList<byte[]>();
        words.add(Bytes.of(name));
        words.addAll(List.of(arguments));
        return new Command(words, Set.of());
    }

    private Optional<CommandRow> row() {
        return Catalogue.command(words);
    }

    private Set<Integer> keyPositions() {
        var positions = new TreeSet<>(marked);
        positions.addAll(row().map(row -> row.keys().in(words.size())).orElse(List.of()));
        return positions;
    }

    /** The first word after the name if that is a key, or the first marked as one; as the feature writes it, one char a byte. */
    String key() {
        return keyPositions().stream()
                .filter(at -> at == 1 || marked.contains(at))
                .findFirst()
                .map(at -> Bytes.text(words.get(at)))
                .orElse("");
    }

    boolean asksForTimeToLive() {
        return row().filter(row -> row.again() == CommandRow.Again.ABOUT).isPresent();
    }

    /** The words to send, the keys with the scenario's prefix. */
    List<byte[]> onTheWire(Keys keys) {
        var sent = new ArrayList<>(words);
        keyPositions().forEach(at -> sent.set(at, keys.onTheWire(words.get(at))));
        return sent;
    }

    /** Remembers what this command and its answer say about the lifetimes of its keys. */
    void noteLifetime(Lifetimes lifetimes, Answer answer, long requested) {
        if (!(answer.reading() instanceof Reading.Whole whole)) {
            return;
        }
        lifetimes.noteUse(key(), answer.at());
        if (whole.reply() instanceof ErrorReply) {
            return;
        }
        for (var row : Catalogue.rowsOf(words)) {
            if (row.lifetime() == LifetimeEffect.ALL_REPLACED) {
                lifetimes.noneMatters();
            } else if (row.lifetime() == LifetimeEffect.REPLACED) {
                keyPositions().forEach(at -> lifetimes.noLongerMatters(Bytes.text(words.get(at))));
            } else if (row.lifetime().isGiven() && !isRefused(whole.reply())) {
                begin(row, lifetimes, requested, answer);
            }
        }
    }

    /** There is no such key, or a condition does not hold, or it is only queued so far. */
    private static boolean isRefused(Reply reply) {
        return reply instanceof IntegerReply integer && integer.value() == 0
                || reply instanceof SimpleString status && status.text().equals("QUEUED");
    }

    private void begin(CommandRow row, Lifetimes lifetimes, long requested, Answer answer) {
        int at = row.placeOfTime(Catalogue.texts(words));
        lifetimes.noLongerMatters(key());
        if (at < words.size() && Bytes.text(words.get(at)).matches(COUNTABLE)) {
            long time = Long.parseLong(Bytes.text(words.get(at)));
            long milliseconds = row.lifetime() == LifetimeEffect.SECONDS ? time * 1000 : time;
            lifetimes.begin(key(), milliseconds, requested, answer.at());
        }
    }
}
