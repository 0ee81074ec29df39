package miniredis.spec.execution;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader.Reading;

/**
 * Whether a server still does what it could do at first. One that answers PING can have lost all else: a thread that panicked and
 * left a lock poisoned, a worker that died behind a queue. Failures after that are not caused by the scenario then running.
 */
final class SetGetProbe {
    private static final String PREFIX = "set-get-probe:" + UUID.randomUUID() + ":";

    private final AtomicLong count = new AtomicLong();
    private volatile boolean couldSetAndGet;

    /** Remembers whether an instance that no scenario can have spoiled yet can SET and GET. */
    void learn(Client client) {
        couldSetAndGet = notCarriedOut(client).isEmpty();
    }

    /** The command that it could carry out at first and can't any more, tried on a connection that has just answered. */
    Optional<String> lost(Client client) {
        return couldSetAndGet ? notCarriedOut(client) : Optional.empty();
    }

    private Optional<String> notCarriedOut(Client client) {
        var key = PREFIX + count.incrementAndGet();
        if (!isCarriedOut(client.command("SET", key, "1"))) {
            return Optional.of("SET");
        }
        return isCarriedOut(client.command("GET", key)) ? Optional.empty() : Optional.of("GET");
    }

    private static boolean isCarriedOut(Answer answer) {
        // A slow server has lost nothing.
        return answer.ending() == Ending.SLOW
                || answer.reading() instanceof Reading.Whole whole && !(whole.reply() instanceof Reply.ErrorReply);
    }
}
