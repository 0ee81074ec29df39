package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import miniredis.spec.exploration.Step.Send;
import miniredis.spec.model.Model;

/**
 * Makes a failing conversation as short and plain as it can be while it still fails in the same way. Each attempt is played; when
 * plays or time are used up, the shortest so far is kept.
 */
public final class Shrinker {
    /** Plays a conversation with fresh keys. */
    public interface Oracle {
        Optional<WrongReply> play(Conversation conversation) throws InterruptedException;
    }

    /** A word of so many bytes is short enough. */
    private static final int SHORT_WORD = 8;

    private final Oracle oracle;
    private final String kind;
    private final long until;
    private int plays;
    private Conversation best;

    private Shrinker(Oracle oracle, Conversation failing, String kind, int plays, long until) {
        this.oracle = oracle;
        this.best = failing;
        this.kind = kind;
        this.plays = plays;
        this.until = until;
    }

    /**
     * @param wrong how the conversation fails
     * @param plays how many attempts may be made
     * @param until when to stop, as {@link System#nanoTime} counts
     */
    public static Conversation shortest(Oracle oracle, Conversation failing, WrongReply wrong, int plays, long until)
            throws InterruptedException {
        int end = Math.min(failing.steps().size(), wrong.step() + 1);
        var shrinker = new Shrinker(oracle, failing, wrong.kind(), plays, until);
        shrinker.attempt(failing.without(end, failing.steps().size()));
        shrinker.shrink();
        return shrinker.best;
    }

    private void shrink() throws InterruptedException {
        Conversation before;
        do {
            before = best;
            leaveOutClients();
            leaveOutSteps();
            change(Shrinker::alone);
            mergeClients();
            changeWords();
        } while (!before.equals(best));
    }

    private boolean attempt(Conversation candidate) throws InterruptedException {
        if (candidate.equals(best) || candidate.steps().isEmpty() || plays <= 0 || System.nanoTime() > until) {
            return false;
        }
        plays--;
        boolean fails = oracle.play(candidate)
                .filter(wrong -> wrong.kind().equals(kind))
                .isPresent();
        if (fails) {
            best = candidate;
        }
        return fails;
    }

    private List<Integer> clients() {
        return best.steps().stream()
                .map(Step::client)
                .filter(client -> client >= 0)
                .distinct()
                .sorted()
                .toList();
    }

    private void leaveOutClients() throws InterruptedException {
        for (int client : clients()) {
            attempt(new Conversation(best.steps().stream()
                    .filter(step -> step.client() != client)
                    .toList()));
        }
    }

    /** Runs of steps, long ones first. */
    private void leaveOutSteps() throws InterruptedException {
        for (int run = Math.max(1, best.steps().size() / 2); run >= 1; run /= 2) {
            for (int from = best.steps().size() - run;
                    from >= 0;
                    from = Math.min(from - 1, best.steps().size() - run)) {
                attempt(best.without(from, from + run));
            }
        }
    }

    private void mergeClients() throws InterruptedException {
        for (int client : clients()) {
            for (int other = 0; other < client; other++) {
                int target = other;
                attempt(new Conversation(best.steps().stream()
                        .map(step -> step.client() == client ? step.by(target) : step)
                        .toList()));
            }
        }
    }

    /** Tries the same change on every message. */
    private void change(UnaryOperator<Send> change) throws InterruptedException {
        for (int at = 0; at < best.steps().size(); at++) {
            if (best.steps().get(at) instanceof Send send) {
                attempt(best.with(at, change.apply(send)));
            }
        }
    }

    /** In its own packet, as an array where it is a request. */
    private static Send alone(Send send) {
        var message = send.message().isRequest() ? Message.of(send.message().words()) : send.message();
        return new Send(send.client(), message, false, 0);
    }

    private void changeWords() throws InterruptedException {
        change(send -> new Send(send.client(), send.message(), false, 0));
        for (int at = 0; at < best.steps().size(); at++) {
            for (var key : Model.keys(words(at))) {
                attempt(best.with(at, with(at, List.of("SET", key, "1"))));
            }
            for (int most = words(at).size(); most > 0; most = most > 2 ? 2 : most - 1) {
                leaveOutWords(at, most);
            }
            for (int word = 0; word < words(at).size(); word++) {
                var text = words(at).get(word);
                var plainer = word == 0 ? List.of(text.toUpperCase(Locale.ROOT)) : Plainer.than(text, isKey(at, text));
                for (var other : plainer) {
                    if (attempt(everywhere(at, text, other)) || attempt(replaced(at, word, other))) {
                        break;
                    }
                }
                if (word > 0) {
                    shorten(at, word);
                }
            }
        }
    }

    /** The names of channels count as keys here. */
    private boolean isKey(int at, String word) {
        return word.indexOf(Message.OWN) >= 0 || Model.keys(words(at)).contains(word);
    }

    private List<String> words(int at) {
        return best.steps().get(at) instanceof Send send && send.message().isRequest()
                ? send.message().words()
                : List.of();
    }

    private Step with(int at, List<String> words) {
        var send = (Send) best.steps().get(at);
        return new Send(send.client(), send.message().with(words), send.joined(), send.cut());
    }

    /** Up to so many words in a row. */
    private void leaveOutWords(int at, int most) throws InterruptedException {
        for (int word = 1; word < words(at).size(); ) {
            var fewer = new ArrayList<>(words(at));
            fewer.subList(word, Math.min(fewer.size(), word + most)).clear();
            word += attempt(best.with(at, with(at, fewer))) ? 0 : 1;
        }
    }

    private Conversation replaced(int at, int word, String text) {
        var changed = new ArrayList<>(words(at));
        changed.set(word, text);
        return best.with(at, with(at, changed));
    }

    /** The same key, or the same value, may have to be the same in several places. */
    private Conversation everywhere(int place, String word, String text) {
        boolean isKey = isKey(place, word);
        var changed = best;
        for (int at = 0; at < best.steps().size(); at++) {
            if (words(at).contains(word) && isKey(at, word) == isKey) {
                changed = changed.with(
                        at,
                        with(
                                at,
                                words(at).stream()
                                        .map(each -> each.equals(word) ? text : each)
                                        .toList()));
            }
        }
        return changed;
    }

    /** The length at which it begins to fail, by bisection. */
    private void shorten(int at, int word) throws InterruptedException {
        int passes = SHORT_WORD;
        while (words(at).get(word).length() - passes > 1) {
            var text = words(at).get(word);
            int middle = passes + (text.length() - passes) / 2;
            if (!attempt(everywhere(at, text, text.substring(0, middle)))) {
                passes = middle;
            }
        }
    }
}
