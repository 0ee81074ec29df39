package miniredis.spec.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import miniredis.spec.i18n.Message;
import miniredis.spec.server.ServerUnavailable;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.verdict.Cause;
import miniredis.spec.wire.Reply;

/**
 * What of step 5 a server does not have yet: commands, commands with a certain second word, and options. Each is sent once in a
 * form that Redis carries out (FLUSHALL, which would empty the server, in one that it refuses), and once more with a word in its
 * place that does not exist. The same answer to both means that the server does not know it. None of this is asked in a run of
 * steps 1 to 4.
 */
final class MissingExtensions {
    private static final int STEP = 5;
    private static final int ASKED_AT_ONCE = 8;
    private static final String NO_WORD = "NOSUCHWORD";
    private static final String KEY = "is-it-there:" + UUID.randomUUID();

    /** What a learner would add together, in the order of the areas; {@code *} stands for a key. */
    private static final List<List<String>> GROUPS = List.of(
            List.of("HELLO 2"),
            List.of("SELECT 0"),
            List.of("ECHO x"),
            List.of("QUIT", "RESET"),
            List.of("AUTH x"),
            List.of("CLIENT ID", "CLIENT GETNAME", "CLIENT SETNAME x", "CLIENT LIST", "CLIENT INFO"),
            List.of("COMMAND COUNT", "COMMAND LIST", "COMMAND INFO get", "COMMAND DOCS get"),
            List.of("CONFIG GET save"),
            List.of("DEL *", "EXISTS *"),
            List.of("EXPIRETIME *", "PEXPIRETIME *", "PERSIST *"),
            List.of("PEXPIRE * 100000", "PTTL *", "EXPIREAT * 4102444800", "PEXPIREAT * 4102444800000"),
            List.of("EXPIRE * 100 NX", "EXPIRE * 100 XX", "EXPIRE * 100 GT", "EXPIRE * 100 LT"),
            List.of("DBSIZE", "FLUSHALL NOTAMODE"),
            List.of("SET * 1 EX 100", "SET * 1 PX 100000", "SET * 1 EXAT 4102444800", "SET * 1 PXAT 4102444800000"),
            List.of("SET * 1 NX", "SET * 1 XX", "SET * 1 GET", "SET * 1 KEEPTTL"),
            List.of("INCRBY * 1", "DECR *", "DECRBY * 1"),
            List.of("MGET *", "MSET * 1"),
            List.of("INFO"),
            List.of("SUBSCRIBE *", "UNSUBSCRIBE *", "PSUBSCRIBE *", "PUNSUBSCRIBE *", "PUBLISH * x"),
            List.of("PUBSUB CHANNELS", "PUBSUB NUMSUB", "PUBSUB NUMPAT"),
            List.of("MULTI", "EXEC", "DISCARD"),
            List.of("WATCH *", "UNWATCH"));

    /** Those where the second word matters, and not only the first. */
    private static final List<String> WITH_SUBCOMMANDS = List.of("CLIENT", "COMMAND", "CONFIG", "PUBSUB");

    private final Map<String, Message> answers;
    private final Set<SpecScenario> own;

    /** @param answers what was said instead, by name */
    private MissingExtensions(Map<String, Message> answers, Set<SpecScenario> own) {
        this.answers = answers;
        this.own = own;
    }

    static MissingExtensions none() {
        return new MissingExtensions(Map.of(), Set.of());
    }

    /** Whether this is one of the commands of step 5. */
    static boolean isAskedAbout(String command) {
        return GROUPS.stream().flatMap(List::stream).anyMatch(request -> request.split(" ")[0].equals(command));
    }

    /**
     * Asks a server about what these scenarios need of step 5.
     *
     * @param own those that are not built in: they may need it in any step
     * @throws ServerUnavailable when the server can't be had even once
     */
    static MissingExtensions of(List<SpecScenario> scenarios, Set<SpecScenario> own, ServerPool pool)
            throws ServerUnavailable {
        var wanted = GROUPS.stream()
                .flatMap(List::stream)
                .filter(request -> scenarios.stream().anyMatch(scenario -> needs(scenario, name(request), own)))
                .toList();
        if (wanted.isEmpty()) {
            return none();
        }
        var instance = pool.take();
        var answers = new ConcurrentHashMap<String, Message>();
        var threads = Executors.newFixedThreadPool(ASKED_AT_ONCE);
        try {
            var context = instance.context(false);
            for (var request : wanted) {
                threads.execute(() ->
                        whatIsSaidInstead(request, context).ifPresent(answer -> answers.put(name(request), answer)));
            }
            Workers.awaitEnd(threads);
        } finally {
            threads.shutdownNow();
            instance.isHealthy();
            pool.giveBack(instance);
        }
        return new MissingExtensions(Map.copyOf(answers), own);
    }

    private static boolean needs(SpecScenario scenario, String name, Set<SpecScenario> own) {
        return (scenario.step() == STEP || own.contains(scenario)) && scenario.sends(name);
    }

    /** {@code DEL}, {@code CLIENT ID}, {@code SET EX}: what a cause calls it, and a scenario's text has in this order. */
    private static String name(String request) {
        var words = request.split(" ");
        if (words[0].equals("SET") || words[0].equals("EXPIRE")) {
            return words[0] + " " + words[3];
        }
        return WITH_SUBCOMMANDS.contains(words[0]) ? words[0] + " " + words[1] : words[0];
    }

    /** The answer in words if it is the one to something that does not exist. */
    private static Optional<Message> whatIsSaidInstead(String request, ScenarioContext context) {
        var said = answer(request, context);
        if (said.isReply(reply -> !(reply instanceof Reply.ErrorReply))) {
            return Optional.empty();
        }
        for (var asked : name(request).split(" ")) {
            // In the order of the words: of "SET EX" the EX may be unknown, or SET itself.
            var unknown = answer(request.replaceFirst("\\b" + asked + "\\b", NO_WORD), context);
            if (said.isTheSame(asked, unknown, NO_WORD)) {
                return Optional.of(said.inWords());
            }
        }
        return Optional.empty();
    }

    private static Response answer(String request, ScenarioContext context) {
        try (var client = context.newClient()) {
            return new Response(client.command(request.replace("*", KEY).split(" ")));
        }
    }

    /** The cause that keeps this scenario from passing; empty when it needs nothing that is missing. */
    Optional<Cause> keepsFromPassing(SpecScenario scenario) {
        return GROUPS.stream()
                .filter(group -> group.stream().anyMatch(request -> isMissing(request, scenario)))
                .findFirst()
                .map(group -> group.stream()
                        .map(MissingExtensions::name)
                        .filter(answers::containsKey)
                        .toList())
                .map(names -> Cause.missing(names, STEP));
    }

    private boolean isMissing(String request, SpecScenario scenario) {
        return answers.containsKey(name(request)) && needs(scenario, name(request), own);
    }

    /** What to say of such a scenario; empty where nothing of step 5 is missing. */
    Message note(SpecScenario scenario) {
        return Message.inLines(GROUPS.stream()
                .flatMap(List::stream)
                .filter(request -> isMissing(request, scenario))
                .map(MissingExtensions::name)
                .distinct()
                .map(name -> Message.of("note.missing-command", name, answers.get(name)))
                .toList());
    }
}
