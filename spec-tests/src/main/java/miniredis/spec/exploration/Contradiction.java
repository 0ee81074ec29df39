package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import miniredis.spec.exploration.Linearizability.Answer;
import miniredis.spec.i18n.Message;
import miniredis.spec.model.Reply;
import miniredis.spec.model.Text;

/**
 * Operations on one key whose replies no order explains.
 *
 * @param core the fewest that contradict each other, whatever the others on this key did
 * @param others how many others there were
 */
public record Contradiction(List<Operation> core, int others) {
    private static final int WORK = 100_000;

    /** The first contradiction in a history; empty where there is none, or where it would take too long to tell. */
    public static Optional<Contradiction> in(History history, boolean exact, long slack) {
        return history.byKey().values().stream()
                .filter(key -> Linearizability.of(key, Set.of(), exact, slack, WORK) == Answer.IMPOSSIBLE)
                .map(key -> smallest(key, exact, slack))
                .findFirst();
    }

    /**
     * An operation that is left out becomes one that may or may not have happened, with any reply. If an order explained the
     * whole history, that order would explain what is left with such operations too; so where none does, none explains the whole.
     * Leaving an operation out altogether would be correct only for reads: without a SET, the value it stored can't be explained.
     */
    private static Contradiction smallest(History history, boolean exact, long slack) {
        var core = new ArrayList<>(history.operations());
        var optional = new HashSet<Operation>();
        var readsFirst = Comparator.comparing(Operation::isRead).reversed();
        for (var operation : history.operations().stream().sorted(readsFirst).toList()) {
            optional.add(operation);
            if (Linearizability.of(history, optional, exact, slack, WORK) == Answer.IMPOSSIBLE) {
                core.remove(operation);
            } else {
                optional.remove(operation);
            }
        }
        return new Contradiction(List.copyOf(core), optional.size());
    }

    /** Why no order explains the replies. */
    public enum Kind {
        COUNTED_TWICE("order.counted-twice", "cause.order.counted-twice"),
        /** A value was read that no command has stored. */
        TORN("order.torn", "cause.order.torn"),
        /** A value that was stored is gone. */
        LOST("order.lost", "cause.order.lost"),
        /** A value was read that another had replaced. */
        STALE("order.stale", "cause.order.stale"),
        OTHER("order.other", "cause.order.other");

        private final String reason;
        private final String cause;

        Kind(String reason, String cause) {
            this.reason = reason;
            this.cause = cause;
        }
    }

    Kind kind() {
        var last = last();
        if (core.size() == 2
                && core.stream().allMatch(each -> each.is("incr") && each.reply() instanceof Reply.Int)
                && core.get(0).reply().equals(core.get(1).reply())) {
            return Kind.COUNTED_TWICE;
        }
        if (core.size() == 1 && last.is("get") && last.reply() instanceof Reply.Bulk) {
            return Kind.TORN;
        }
        if (last.is("get") && last.reply() instanceof Reply.Null) {
            return Kind.LOST;
        }
        return last.is("get") && core.size() > 1 ? Kind.STALE : Kind.OTHER;
    }

    /** What would have been correct, in a sentence. */
    public Message reason() {
        return kind() == Kind.COUNTED_TWICE && last().reply() instanceof Reply.Int both
                ? Message.of(kind().reason, both.number(), both.number() + 1)
                : Message.of(kind().reason);
    }

    /** What all contradictions of this kind are called. */
    public Message cause() {
        return Message.of(kind().cause);
    }

    /** The one that was sent last. */
    public Operation last() {
        return core.get(core.size() - 1);
    }

    /** Which client sent what when: a line for each command, with a bar from when it was sent to when it was answered. */
    public String picture() {
        int width = 40;
        long first = core.stream().mapToLong(Operation::sent).min().orElse(0);
        long last = core.stream().mapToLong(Operation::answered).max().orElse(0);
        double scale = (width - 1) / (double) Math.max(1, last - first);
        var text = new StringBuilder();
        for (var operation : core) {
            int from = (int) ((operation.sent() - first) * scale);
            int to = (int) ((operation.answered() - first) * scale);
            text.append("client %-2d %s|%s|%s %s\n"
                    .formatted(
                            operation.client() + 1,
                            " ".repeat(from),
                            "-".repeat(Math.max(0, to - from)),
                            " ".repeat(width - Math.max(from, to)),
                            operation.shown()));
        }
        text.append("          %,d microseconds".formatted((last - first) / 1000));
        if (others > 0) {
            text.append("; %d other commands on %s change nothing about it"
                    .formatted(others, Text.shown(core.get(0).key())));
        }
        return text.toString();
    }
}
