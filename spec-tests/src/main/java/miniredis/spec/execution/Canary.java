package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader.Reading;

/**
 * Whether a server still does what it could do at first. One that answers PING can have lost all else: a thread that panicked and
 * left a lock poisoned, a worker that died behind a queue. Whatever is asked of it after that is not the asker's fault.
 */
final class Canary {
    private static final String PREFIX = "canary:" + UUID.randomUUID() + ":";

    private final AtomicLong count = new AtomicLong();
    private volatile Set<String> able = Set.of();

    /** Remembers whether an instance, which nothing was asked of that could spoil it, can SET and GET. */
    void learn(Client client) {
        able = lost(client, Set.of("SET", "GET")).isEmpty() ? Set.of("SET", "GET") : Set.of();
    }

    /** The command that it could carry out at first and can't any more, to be asked on a connection that has just answered. */
    Optional<String> lost(Client client) {
        return lost(client, able);
    }

    private Optional<String> lost(Client client, Set<String> commands) {
        var key = PREFIX + count.incrementAndGet();
        return Stream.of(List.of("SET", key, "1"), List.of("GET", key))
                .filter(words -> commands.contains(words.get(0)))
                .filter(words -> !carriesOut(client, words))
                .map(words -> words.get(0))
                .findFirst();
    }

    private static boolean carriesOut(Client client, List<String> words) {
        var answer = client.command(words.stream()
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toList());
        // A slow server has lost nothing.
        return answer.ending() == Ending.SLOW
                || answer.reading() instanceof Reading.Whole whole && !(whole.reply() instanceof Reply.ErrorReply);
    }
}
