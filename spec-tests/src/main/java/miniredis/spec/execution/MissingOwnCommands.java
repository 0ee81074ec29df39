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
import java.util.stream.Collectors;
import miniredis.spec.command.Catalogue;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.wire.RequestText;

/**
 * Finds the commands that only own features send and that a server does not have yet. Nothing is known of such a command, so it
 * is tried with the first requests that the features send and expect to succeed. A server that gives each of them the same answer
 * as under an unknown name does not have the command.
 */
final class MissingOwnCommands {
    private static final String NO_COMMAND = "NOSUCHCOMMAND";

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
        return new MissingOwnCommands(
                sent, Questions.askAll(questions.keySet(), new Tried(questions)::whatIsSaidInstead, pool));
    }

    /** @param requests that are tried, by command */
    private record Tried(Map<String, Set<String>> requests) {
        /** The answer in words if each of these requests is answered as if there were no such command. */
        <E extends Exception> Optional<Message> whatIsSaidInstead(String command, Questions.Asker<E> asker) throws E {
            Response first = null;
            for (var request : requests.getOrDefault(command, Set.of()).stream()
                    .limit(REQUESTS_ASKED)
                    .toList()) {
                var said = asker.ask(words(request, command));
                if (!said.isTheSame(command, asker.ask(words(request, NO_COMMAND)), NO_COMMAND)) {
                    return Optional.empty();
                }
                first = first == null ? said : first;
            }
            return Optional.ofNullable(first).map(Response::inWords);
        }
    }

    /** The request with {@code name} in the place of its command, and with unused keys. */
    private static List<byte[]> words(String request, String name) {
        var parsed = RequestText.parse(request);
        var words = new ArrayList<>(parsed.words());
        parsed.keys().forEach(at -> words.set(at, own(words.get(at))));
        words.set(0, name.getBytes(StandardCharsets.ISO_8859_1));
        return words;
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
