package miniredis.spec.model;

import static miniredis.spec.model.Command.Trait.NOT_QUEUED;
import static miniredis.spec.model.Command.Trait.WHILE_SUBSCRIBED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.model.Command.Call;
import org.jspecify.annotations.Nullable;

/** The commands, and their common checks in Redis's order: the command exists, its number of words fits, it is allowed now. */
public final class Model {
    private static final Map<String, Command> TABLE = new HashMap<>();
    private static final Set<String> WITH_SUBCOMMANDS;
    private static final int LONGEST_QUOTE = 128;

    static {
        Stream.of(
                        ConnectionCommands.all(),
                        StringCommands.all(),
                        LifetimeCommands.all(),
                        TransactionCommands.all(),
                        PubSubCommands.all())
                .flatMap(List::stream)
                .forEach(command -> TABLE.put(command.name(), command));
        WITH_SUBCOMMANDS = TABLE.keySet().stream()
                .filter(name -> name.endsWith("|"))
                .map(name -> name.substring(0, name.length() - 1))
                .collect(Collectors.toSet());
    }

    private Model() {}

    /**
     * All ways in which a request may go; more than one only where it is not certain which of two moments is later.
     *
     * @param request the name of the command and its arguments, not empty
     * @param now when the request is carried out
     */
    public static List<Outcome> step(State state, int client, List<String> request, Moment now) {
        var session = state.session(client);
        var command = find(request);
        var refusal = refusal(session, command, request);
        if (command == null || refusal != null) {
            return List.of(refused(state, client, command, String.valueOf(refusal)));
        }
        if (session.queue() != null && !command.traits().contains(NOT_QUEUED)) {
            return Outcome.only(
                    state.with(client, session.queued(List.copyOf(request))), client, new Reply.Simple("QUEUED"));
        }
        return run(state, client, request, now);
    }

    /** The keys in a request; empty where it is not a command. */
    public static List<String> keys(List<String> request) {
        var command = request.isEmpty() ? null : find(request);
        return command == null || !command.takes(request.size()) ? List.of() : command.keysIn(command.args(request));
    }

    /** Carries out a request that was not refused. */
    static List<Outcome> run(State state, int client, List<String> request, Moment now) {
        var command = find(request);
        if (command == null) {
            throw new IllegalArgumentException("not a command: " + request);
        }
        var args = command.args(request);
        var call = new Call(client, command.name(), args, now);
        var outcomes = new ArrayList<Outcome>();
        for (var settled : state.settled(command.keysIn(args), now)) {
            outcomes.addAll(command.action().run(settled, call));
        }
        return outcomes;
    }

    /** The first word of two is in the table with a bar after it: alone it always has too few words. */
    private static @Nullable Command find(List<String> request) {
        String name = Text.lower(request.get(0));
        if (!WITH_SUBCOMMANDS.contains(name)) {
            return TABLE.get(name);
        }
        if (request.size() == 1) {
            return TABLE.get(name + "|");
        }
        return request.get(1).isEmpty() ? null : TABLE.get(name + "|" + Text.lower(request.get(1)));
    }

    private static @Nullable String refusal(Session session, @Nullable Command command, List<String> request) {
        if (command == null) {
            return unknown(request);
        }
        if (!command.takes(request.size())) {
            return wrongNumber(command.name());
        }
        if (session.protocol() == 2
                && session.isSubscribed()
                && !command.traits().contains(WHILE_SUBSCRIBED)) {
            return "ERR Can't execute '" + command.name()
                    + "': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context";
        }
        return null;
    }

    static String wrongNumber(String name) {
        return "ERR wrong number of arguments for '" + name.replaceFirst("\\|$", "") + "' command";
    }

    private static Outcome refused(State state, int client, @Nullable Command command, String error) {
        var session = state.session(client);
        if (command != null && command.name().equals("exec")) {
            var why = error.replaceFirst("^ERR ", "");
            return Outcome.of(
                    state.with(client, session.withoutTransaction()),
                    client,
                    new Reply.Failure("EXECABORT Transaction discarded because of: " + why));
        }
        return Outcome.of(state.with(client, session.spoilt()), client, new Reply.Failure(error));
    }

    /** Shows the beginning of what was sent: 128 bytes of the name, 128 of the arguments. */
    private static String unknown(List<String> request) {
        String name = Text.lower(request.get(0));
        if (WITH_SUBCOMMANDS.contains(name)) {
            return "ERR unknown subcommand '" + beginning(request.get(1), LONGEST_QUOTE) + "'. Try "
                    + name.toUpperCase(Locale.ROOT) + " HELP.";
        }
        var quoted = new StringBuilder();
        for (var argument : request.subList(1, request.size())) {
            if (quoted.length() < LONGEST_QUOTE) {
                quoted.append("'%s' ".formatted(beginning(argument, LONGEST_QUOTE - quoted.length())));
            }
        }
        return "ERR unknown command '" + beginning(request.get(0), LONGEST_QUOTE) + "', with args beginning with: "
                + quoted;
    }

    private static String beginning(String text, int most) {
        var word = Text.untilNul(text).replace('\r', ' ').replace('\n', ' ');
        return word.substring(0, Math.min(most, word.length()));
    }
}
