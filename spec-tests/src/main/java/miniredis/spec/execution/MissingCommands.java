package miniredis.spec.execution;

import java.nio.charset.StandardCharsets;
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
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.wire.Answer;
import miniredis.spec.wire.Client;
import miniredis.spec.wire.Ending;
import miniredis.spec.wire.Reply;
import miniredis.spec.wire.ReplyReader.Reading;

/**
 * Which of the six commands a server does not have yet. A command is missing when a request that every Redis would carry out is
 * answered just as the same request with a name that does not exist. What needs such a command can't pass, whatever it saw: an
 * error is easily had from a server that knows nothing.
 */
final class MissingCommands {
    private static final String NO_COMMAND = "NOSUCHCOMMAND";
    private static final List<Set<String>> GROUPS =
            List.of(Set.of("PING"), Set.of("GET", "SET"), Set.of("INCR"), Set.of("EXPIRE", "TTL"));
    private static final int STEP_OF_FIRST_GROUP = 1;

    /** A correct request for each command, {@code *} standing for a key, and the replies that a server that has it can give. */
    private static final Map<String, Question> QUESTIONS = new LinkedHashMap<>();

    private record Question(List<String> words, Predicate<Reply> fits) {}

    static {
        QUESTIONS.put(
                "PING",
                new Question(
                        List.of("PING"),
                        reply -> reply instanceof Reply.SimpleString || reply instanceof Reply.BulkString));
        QUESTIONS.put("SET", new Question(List.of("SET", "*", "1"), Reply.SimpleString.class::isInstance));
        QUESTIONS.put(
                "GET",
                new Question(
                        List.of("GET", "*"),
                        reply -> reply instanceof Reply.BulkString || reply instanceof Reply.NullBulkString));
        QUESTIONS.put("INCR", new Question(List.of("INCR", "*"), Reply.IntegerReply.class::isInstance));
        QUESTIONS.put("EXPIRE", new Question(List.of("EXPIRE", "*", "100"), Reply.IntegerReply.class::isInstance));
        QUESTIONS.put("TTL", new Question(List.of("TTL", "*"), Reply.IntegerReply.class::isInstance));
    }

    private final Map<String, String> answers;

    /** @param answers what was said instead, by command */
    private MissingCommands(Map<String, String> answers) {
        this.answers = answers;
    }

    /** None that is known. */
    static MissingCommands none() {
        return new MissingCommands(Map.of());
    }

    /** Asks a server about those of the six commands that these scenarios send. */
    static MissingCommands of(List<SpecScenario> scenarios, ServerPool pool) {
        var wanted = scenarios.stream()
                .flatMap(scenario -> scenario.commands().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        try {
            var answers = new LinkedHashMap<String, String>();
            for (var command : QUESTIONS.keySet()) {
                if (wanted.contains(command)) {
                    var instance = pool.take();
                    try {
                        missing(command, instance).ifPresent(answer -> answers.put(command, answer));
                        instance.isHealthy();
                    } finally {
                        pool.giveBack(instance);
                    }
                }
            }
            // One that answers not even PING is not without commands, but no server yet.
            return answers.containsKey("PING") ? none() : new MissingCommands(answers);
        } catch (ServerUnavailable gone) {
            return none();
        }
    }

    private static Optional<String> missing(String command, Instance instance) {
        var question = QUESTIONS.get(command);
        var key = "probe:" + UUID.randomUUID();
        var answer = ask(instance, words(question.words(), key));
        boolean fits = answer.reading() instanceof Reading.Whole whole
                && question.fits().test(whole.reply());
        if (fits) {
            return Optional.empty();
        }
        var renamed = Stream.concat(
                        Stream.of(NO_COMMAND), question.words().stream().skip(1))
                .toList();
        var unknown = ask(instance, words(renamed, key));
        return comparable(answer, command).equals(comparable(unknown, NO_COMMAND))
                ? Optional.of(inWords(answer))
                : Optional.empty();
    }

    private static List<byte[]> words(List<String> question, String key) {
        return question.stream()
                .map(word -> word.equals("*") ? key : word)
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    private static Answer ask(Instance instance, List<byte[]> words) {
        var context = instance.context(false);
        try (var client = new Client("client", context.address(), context.timeouts())) {
            return client.command(words);
        }
    }

    /** The answer without the name in it, so that answers to two names can be the same. */
    private static String comparable(Answer answer, String name) {
        var text = new String(answer.bytes(), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        return answer.ending() + " " + text.replace(name, "?");
    }

    private static String inWords(Answer answer) {
        if (answer.reading() instanceof Reading.Whole whole) {
            return whole.reply().inWords();
        }
        return answer.ending() == Ending.SILENT || answer.ending() == Ending.SLOW
                ? "silence"
                : "the end of the connection";
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
                return Optional.of(new Cause(
                        Cause.Kind.MISSING_COMMAND,
                        missing.size() == 1
                                ? missing.get(0) + " is not there yet"
                                : String.join(" and ", missing) + " are not there yet",
                        STEP_OF_FIRST_GROUP + i));
            }
        }
        return Optional.empty();
    }

    /** What to say of such a scenario. */
    String note(SpecScenario scenario) {
        return neededBy(scenario).stream()
                .map(command -> "%s is not there yet: it is answered with %s, as a name that does not exist."
                        .formatted(command, answers.get(command)))
                .collect(Collectors.joining("\n"));
    }
}
