package miniredis.spec.execution;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.steps.ScenarioContext;

/** The runner's own requests, each on a new connection: what a reply left over would be taken for the next one. */
final class Questions {
    private static final int ASKED_AT_ONCE = 8;

    private Questions() {}

    /** Sends a request somewhere. */
    interface Asker<E extends Exception> {
        Response ask(List<byte[]> words) throws E;
    }

    /** What there is to say about one thing, if anything; it may take several requests. */
    interface Question<T> {
        <E extends Exception> Optional<Message> ask(T about, Asker<E> asker) throws E;
    }

    /** One or more requests to the same instance. */
    interface Conversation {
        Response with(ScenarioContext context);
    }

    static Response ask(List<byte[]> words, ScenarioContext context) {
        try (var client = context.newClient()) {
            return new Response(client.command(words));
        }
    }

    /** Asks an instance in good health, and looks how it is afterwards. */
    static Response ask(ServerPool pool, Conversation conversation) throws ServerUnavailable {
        var instance = pool.take();
        try {
            return conversation.with(instance.context(false));
        } finally {
            instance.isHealthy();
            pool.giveBack(instance);
        }
    }

    /**
     * Asks the same about several things at the same time on one instance, because a server that is silent takes seconds for each.
     * If it does not survive that, everything is asked again, each request on an instance in good health.
     */
    static <T> Map<T, Message> askAll(Collection<T> things, Question<T> question, ServerPool pool)
            throws ServerUnavailable {
        var answers = new ConcurrentHashMap<T, Message>();
        if (things.isEmpty()) {
            return answers;
        }
        var instance = pool.take();
        var threads = Executors.newFixedThreadPool(ASKED_AT_ONCE);
        try {
            var context = instance.context(false);
            for (var thing : things) {
                threads.execute(() -> question.ask(thing, words -> ask(words, context))
                        .ifPresent(answer -> answers.put(thing, answer)));
            }
            Workers.awaitEnd(threads);
        } finally {
            threads.shutdownNow();
            instance.isHealthy();
            pool.giveBack(instance);
        }
        if (instance.isIll() && pool.startsAfresh()) {
            answers.clear();
            for (var thing : things) {
                question.ask(thing, words -> ask(pool, context -> ask(words, context)))
                        .ifPresent(answer -> answers.put(thing, answer));
            }
        }
        return answers;
    }
}
