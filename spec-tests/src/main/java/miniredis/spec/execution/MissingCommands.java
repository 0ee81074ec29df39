package miniredis.spec.execution;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.wire.Reply;

/**
 * Which of the six commands a server does not have yet. A command is missing when a request that every Redis would carry out is
 * answered just as the same request with a name that does not exist. What needs such a command can't pass, whatever it saw: an
 * error is easily had from a server that knows nothing. The same holds for what {@link MissingExtensions} asks about step 5, and
 * {@link MissingOwnCommands} about features of one's own.
 */
final class MissingCommands {
    private static final String NO_COMMAND = "NOSUCHCOMMAND";
    private static final List<Set<String>> GROUPS =
            List.of(Set.of("PING"), Set.of("GET", "SET"), Set.of("INCR"), Set.of("EXPIRE", "TTL"));
    private static final int STEP_OF_FIRST_GROUP = 1;

    /** By command, a correct request, {@code *} standing for a key that holds 1, and the replies of a server that has it. */
    private static final Map<String, Question> QUESTIONS = new LinkedHashMap<>();

    private record Question(List<String> words, Predicate<Reply> fits) {}

    static {
        ask("PING", List.of(), reply -> reply instanceof Reply.SimpleString || reply instanceof Reply.BulkString);
        ask("SET", List.of("*", "1"), Reply.SimpleString.class::isInstance);
        ask("GET", List.of("*"), reply -> reply instanceof Reply.BulkString || reply instanceof Reply.NullBulkString);
        ask("INCR", List.of("*"), Reply.IntegerReply.class::isInstance);
        ask("EXPIRE", List.of("*", "100"), Reply.IntegerReply.class::isInstance);
        ask("TTL", List.of("*"), Reply.IntegerReply.class::isInstance);
    }

    private static void ask(String command, List<String> arguments, Predicate<Reply> fits) {
        QUESTIONS.put(command, new Question(arguments, fits));
    }

    private static Question question(String command) {
        return requireNonNull(QUESTIONS.get(command), command);
    }

    /** Of keys that nobody else has, and that are the same for both names: errors may quote them. */
    private static final String PREFIX = "is-it-there:" + UUID.randomUUID() + ":";

    private final Map<String, Message> answers;
    private final MissingExtensions extensions;
    private final MissingOwnCommands others;
    private final boolean pingIsAnswered;

    /** @param answers what was said instead, by command */
    private MissingCommands(
            Map<String, Message> answers,
            MissingExtensions extensions,
            MissingOwnCommands others,
            boolean pingIsAnswered) {
        this.answers = answers;
        this.extensions = extensions;
        this.others = others;
        this.pingIsAnswered = pingIsAnswered;
    }

    /** None that is known. */
    static MissingCommands none() {
        return new MissingCommands(Map.of(), MissingExtensions.none(), MissingOwnCommands.none(), false);
    }

    /**
     * Asks a server about those of the six commands that these scenarios send.
     *
     * @param own those that are not built in
     * @throws ServerUnavailable when the server can't be had even once
     */
    static MissingCommands of(List<SpecScenario> scenarios, Set<SpecScenario> own, ServerPool pool)
            throws ServerUnavailable {
        var wanted = scenarios.stream()
                .flatMap(scenario -> scenario.commands().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        // One that does not answer even PING, with whatever reply, is not without commands, but no server yet.
        var ping = answer("PING", "PING", pool);
        Preflight.at(ping.answer(), pool);
        if (!ping.isReply()) {
            return none();
        }
        learnWhatItCanDo(pool);
        var answers = new LinkedHashMap<String, Message>();
        Response unknown = null;
        for (var command : QUESTIONS.keySet()) {
            if (wanted.contains(command)) {
                var said = command.equals("PING") ? ping : answer(command, command, pool);
                if (said.isReply(question(command).fits())) {
                    continue;
                }
                // Silence takes two seconds and is always the same; an error may speak of what was asked.
                if (unknown == null || !unknown.isSilence()) {
                    unknown = answer(command, NO_COMMAND, pool);
                }
                if (said.isTheSame(command, unknown, NO_COMMAND)) {
                    answers.put(command, inWords(command, said, pool));
                }
            }
        }
        var ownPlayed = scenarios.stream().filter(own::contains).toList();
        return new MissingCommands(
                answers,
                MissingExtensions.of(scenarios, own, pool),
                MissingOwnCommands.of(ownPlayed, MissingCommands::isAskedAbout, pool),
                true);
    }

    private static boolean isAskedAbout(String command) {
        return QUESTIONS.containsKey(command) || MissingExtensions.isAskedAbout(command);
    }

    private static void learnWhatItCanDo(ServerPool pool) throws ServerUnavailable {
        var instance = pool.take();
        try {
            var context = instance.context(false);
            try (var client = context.newClient()) {
                client.command("PING");
                pool.canary().learn(client);
            }
        } finally {
            instance.isHealthy();
            pool.giveBack(instance);
        }
    }

    /** Many a learner compares names as they were typed. */
    private static Message inWords(String command, Response said, ServerPool pool) throws ServerUnavailable {
        boolean knowsIt = !said.isSilence()
                && answer(command, command.toLowerCase(Locale.ROOT), pool)
                        .isReply(question(command).fits());
        return knowsIt ? Message.of("note.missing-in-capitals", said.inWords()) : said.inWords();
    }

    /** Whether the server said to PING, before anything else was asked, anything that is a reply. */
    boolean pingIsAnswered() {
        return pingIsAnswered;
    }

    /** Puts the question for {@code command} with {@code name} in its place. */
    private static Response answer(String command, String name, ServerPool pool) throws ServerUnavailable {
        var instance = pool.take();
        try {
            return answer(command, name, instance.context(false));
        } finally {
            instance.isHealthy();
            pool.giveBack(instance);
        }
    }

    private static Response answer(String command, String name, ScenarioContext context) {
        var question = question(command);
        var key = PREFIX + command;
        var words = words(name, question.words(), key);
        if (question.words().contains("*") && !command.equals("SET")) {
            try (var client = context.newClient()) {
                client.command("SET", key, "1");
                var response = new Response(client.command(words));
                if (!response.isTheEnd()) {
                    return response;
                }
                // It may be SET that ended the connection, whatever would have come behind it.
            }
        }
        try (var client = context.newClient()) {
            return new Response(client.command(words));
        }
    }

    private static String[] words(String name, List<String> arguments, String key) {
        return Stream.concat(Stream.of(name), arguments.stream())
                .map(word -> word.equals("*") ? key : word)
                .toArray(String[]::new);
    }

    /** Those that this scenario sends and the server does not have. */
    private Set<String> neededBy(SpecScenario scenario) {
        return scenario.commands().stream().filter(answers::containsKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The cause that keeps this scenario from passing; empty when it needs nothing that is missing. */
    Optional<Cause> keepsFromPassing(SpecScenario scenario) {
        var needed = neededBy(scenario);
        for (int i = 0; i < GROUPS.size(); i++) {
            var group = GROUPS.get(i);
            if (needed.stream().anyMatch(group::contains)) {
                var missing =
                        group.stream().filter(answers::containsKey).sorted().toList();
                return Optional.of(Cause.missing(missing, STEP_OF_FIRST_GROUP + i));
            }
        }
        return extensions.keepsFromPassing(scenario).or(() -> others.keepsFromPassing(scenario));
    }

    /** What to say of such a scenario. */
    Message note(SpecScenario scenario) {
        var needed = neededBy(scenario);
        if (!needed.isEmpty()) {
            return note(needed);
        }
        var note = extensions.note(scenario);
        return note.isEmpty() ? others.note(scenario) : note;
    }

    private Message note(Set<String> commands) {
        return Message.inLines(commands.stream()
                .map(command -> Message.of("note.missing-command", command, answers.get(command)))
                .toList());
    }
}
