package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import miniredis.spec.command.Catalogue;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.ScenarioContext;
import miniredis.spec.verdict.Cause;
import miniredis.spec.wire.RequestText;

/**
 * Finds the commands that only own features send and that a server does not have yet. Nothing is known of such a command, so it
 * is tried with the first requests that the features send and expect to succeed. A server that gives each of them the same answer
 * as under an unknown name does not have the command.
 */
final class MissingOwnCommands {
    private static final String NO_COMMAND = "NOSUCHCOMMAND";
    private static final int ASKED_AT_ONCE = 8;

    /** One request can be refused for a good reason, or wait for something, in a server that has the command. */
    private static final int REQUESTS_ASKED = 3;

    private static final String PREFIX = "is-it-there:" + UUID.randomUUID() + ":";

    private final Map<SpecScenario, Set<String>> sent;
    private final Map<String, Message> answers;

    /**
     * @param sent the commands that a scenario sends, in order
     * @param answers what was said instead, by command
     */
    private MissingOwnCommands(Map<SpecScenario, Set<String>> sent, Map<String, Message> answers) {
        this.sent = sent;
        this.answers = answers;
    }

    static MissingOwnCommands none() {
        return new MissingOwnCommands(Map.of(), Map.of());
    }

    /**
     * Finds out which commands of these scenarios a server lacks.
     *
     * @param own scenarios that are not built in
     * @throws ServerUnavailable when the server is never available
     */
    static MissingOwnCommands of(List<SpecScenario> own, ServerPool pool) throws ServerUnavailable {
        var sent = new LinkedHashMap<SpecScenario, Set<String>>();
        var questions = new LinkedHashMap<String, Set<String>>();
        for (var scenario : own) {
            var requests = SentRequest.by(scenario).stream()
                    .filter(request -> Catalogue.command(request.command()).isEmpty())
                    .toList();
            sent.put(
                    scenario,
                    requests.stream().map(SentRequest::command).collect(Collectors.toCollection(LinkedHashSet::new)));
            requests.stream()
                    .filter(SentRequest::shouldSucceed)
                    .forEach(request -> questions
                            .computeIfAbsent(request.command(), unknown -> new LinkedHashSet<>())
                            .add(request.text()));
        }
        return questions.isEmpty() ? none() : new MissingOwnCommands(sent, ask(questions, pool));
    }

    private static Map<String, Message> ask(Map<String, Set<String>> questions, ServerPool pool)
            throws ServerUnavailable {
        var answers = new ConcurrentHashMap<String, Message>();
        var instance = pool.take();
        var threads = Executors.newFixedThreadPool(ASKED_AT_ONCE);
        try {
            var context = instance.context(false);
            questions.forEach((command, requests) -> threads.execute(
                    () -> whatIsSaidInstead(requests, context).ifPresent(answer -> answers.put(command, answer))));
            Workers.awaitEnd(threads);
        } finally {
            threads.shutdownNow();
            instance.isHealthy();
            pool.giveBack(instance);
        }
        return answers;
    }

    /** The answer in words if each of these requests is answered as if there were no such command. */
    private static Optional<Message> whatIsSaidInstead(Set<String> requests, ScenarioContext context) {
        Response first = null;
        for (var request : requests.stream().limit(REQUESTS_ASKED).toList()) {
            var command = SentRequest.command(request);
            var said = answer(request, command, context);
            if (!said.isTheSame(command, answer(request, NO_COMMAND, context), NO_COMMAND)) {
                return Optional.empty();
            }
            first = first == null ? said : first;
        }
        return Optional.ofNullable(first).map(Response::inWords);
    }

    /** Sends a request with {@code name} in the place of its command, and with unused keys. */
    private static Response answer(String request, String name, ScenarioContext context) {
        var parsed = RequestText.parse(request);
        var words = new ArrayList<>(parsed.words());
        parsed.keys().forEach(at -> words.set(at, own(words.get(at))));
        words.set(0, name.getBytes(StandardCharsets.ISO_8859_1));
        try (var client = context.newClient()) {
            return new Response(client.command(words));
        }
    }

    private static byte[] own(byte[] key) {
        return (PREFIX + new String(key, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Optional<String> missingFrom(SpecScenario scenario) {
        return sent.getOrDefault(scenario, Set.of()).stream()
                .filter(answers::containsKey)
                .findFirst();
    }

    /** The cause that keeps this scenario from passing; empty when it needs nothing that is missing. */
    Optional<Cause> keepsFromPassing(SpecScenario scenario) {
        return missingFrom(scenario).map(command -> Cause.missing(List.of(command), 0));
    }

    /** What to say of such a scenario; empty where nothing is missing. */
    Message note(SpecScenario scenario) {
        return missingFrom(scenario)
                .map(command -> Message.of("note.missing-command", command, answers.get(command)))
                .orElse(Message.NONE);
    }
}
