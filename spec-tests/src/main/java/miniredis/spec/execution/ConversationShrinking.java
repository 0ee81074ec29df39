package miniredis.spec.execution;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import miniredis.spec.exploration.Conversation;
import miniredis.spec.exploration.Shrinker;
import miniredis.spec.exploration.WrongReply;
import miniredis.spec.exploration.WrongReply.End;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.steps.ConversationPlay.Failed;
import miniredis.spec.steps.ScenarioContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest conversation that still shows what a long one has shown. The scenario has been judged before: this is for
 * its reader, and changes no verdict.
 */
final class ConversationShrinking implements Shrinker.Oracle {
    private static final int MOST_PLAYS = 2000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ServerPool pool;
    private final long seed;
    private final Optional<InetSocketAddress> oracle;
    private final Failed failed;
    private @Nullable Instance instance;

    private ConversationShrinking(ServerPool pool, long seed, Optional<InetSocketAddress> oracle, Failed failed) {
        this.oracle = oracle;
        this.pool = pool;
        this.seed = seed;
        this.failed = failed;
    }

    /**
     * The attempt with the shortest conversation that can be found in ten seconds; the same one where it did not fail by a conversation.
     *
     * @param oracle the server that decided what is right, if one did
     */
    static Attempt shortest(Attempt attempt, ServerPool pool, long seed, Optional<InetSocketAddress> oracle) {
        return attempt.conversation()
                .flatMap(failed -> new ConversationShrinking(pool, seed, oracle, failed).shorten(attempt))
                .orElse(attempt);
    }

    private Optional<Attempt> shorten(Attempt attempt) {
        long until = System.nanoTime() + LONGEST_NANOS;
        try {
            var shortest = Shrinker.shortest(this, failed.conversation(), failed.wrong(), MOST_PLAYS, until);
            var context = context();
            var again = failed.play().play(context, shortest);
            return again.filter(
                            shown -> shown.wrong().kind().equals(failed.wrong().kind()))
                    .map(shown -> attempt.with(shown, context.recordings()));
        } catch (ServerUnavailable gone) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (instance != null) {
                pool.giveBack(instance);
            }
        }
    }

    @Override
    public Optional<WrongReply> play(Conversation conversation) throws InterruptedException {
        try {
            var found = failed.play().play(context(), conversation).map(Failed::wrong);
            if (found.filter(wrong -> wrong.end() != End.ANSWERED).isPresent()) {
                replaceIfIll();
            }
            return found;
        } catch (ServerUnavailable gone) {
            return Optional.empty();
        }
    }

    private ScenarioContext context() throws ServerUnavailable {
        if (instance == null) {
            instance = pool.take();
        }
        return instance.context(false).exploring(seed, true).against(oracle);
    }

    private void replaceIfIll() {
        if (instance != null && !instance.isHealthy()) {
            pool.giveBack(instance);
            instance = null;
        }
    }
}
