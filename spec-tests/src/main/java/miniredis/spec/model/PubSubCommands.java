package miniredis.spec.model;

import static miniredis.spec.model.Command.Trait.WHILE_SUBSCRIBED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import miniredis.spec.model.Command.Call;
import miniredis.spec.model.Command.Keys;
import miniredis.spec.model.Outcome.Sent;

/** Channels, patterns, messages. See https://redis.io/docs/latest/develop/pubsub/ */
final class PubSubCommands {
    private PubSubCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of("subscribe", -2, Keys.NONE, PubSubCommands::enter, WHILE_SUBSCRIBED),
                Command.of("psubscribe", -2, Keys.NONE, PubSubCommands::enter, WHILE_SUBSCRIBED),
                Command.of("unsubscribe", -1, Keys.NONE, PubSubCommands::leave, WHILE_SUBSCRIBED),
                Command.of("punsubscribe", -1, Keys.NONE, PubSubCommands::leave, WHILE_SUBSCRIBED),
                Command.of("publish", 3, Keys.NONE, PubSubCommands::publish),
                Command.of("pubsub|", -2, Keys.NONE, (state, call) -> List.of()),
                Command.of("pubsub|channels", -2, Keys.NONE, PubSubCommands::channels),
                Command.of("pubsub|numsub", -2, Keys.NONE, PubSubCommands::counts));
    }

    private static Set<String> subscriptions(Session session, String command) {
        return command.startsWith("p") ? session.patterns() : session.channels();
    }

    private static Session subscribed(Session session, String command, Set<String> names) {
        return command.startsWith("p")
                ? session.subscribed(session.channels(), names)
                : session.subscribed(names, session.patterns());
    }

    /** One answer for each name, with how many there are then; a name that is there already counts once. */
    private static List<Outcome> enter(State state, Call call) {
        var session = state.session(call.client());
        var replies = new ArrayList<Reply>();
        for (var name : call.args()) {
            var names = Session.with(subscriptions(session, call.name()), List.of(name));
            session = subscribed(session, call.name(), names);
            replies.add(answer(call.name(), Reply.bulk(name), session));
        }
        return List.of(Outcome.of(state.with(call.client(), session), call.client(), replies));
    }

    /** Without names the client leaves all, in any order. */
    private static List<Outcome> leave(State state, Call call) {
        var session = state.session(call.client());
        int protocol = session.protocol();
        var all = List.copyOf(new TreeSet<>(subscriptions(session, call.name())));
        var replies = new ArrayList<Reply>();
        if (call.args().isEmpty() && all.isEmpty()) {
            replies.add(answer(call.name(), Reply.nil().in(protocol), session));
        }
        for (var name : call.args().isEmpty() ? all : call.args()) {
            var names = new HashSet<>(subscriptions(session, call.name()));
            names.remove(name);
            session = subscribed(session, call.name(), Set.copyOf(names));
            Reply any = new Reply.OneOf(all.stream().map(Reply::bulk).toList());
            replies.add(answer(call.name(), call.args().isEmpty() ? any : Reply.bulk(name), session));
        }
        return List.of(Outcome.of(state.with(call.client(), session), call.client(), replies));
    }

    private static Reply answer(String command, Reply name, Session session) {
        return new Reply.Push(List.of(Reply.bulk(command), name, new Reply.Int(session.subscriptions())));
    }

    /** A client gets the message once for its channel, then once for each of its patterns, in any order. */
    private static List<Outcome> publish(State state, Call call) {
        var channel = Reply.bulk(call.arg(0));
        var message = Reply.bulk(call.arg(1));
        var sent = new ArrayList<Sent>();
        state.sessions().forEach((client, session) -> {
            if (session.channels().contains(call.arg(0))) {
                sent.add(message(client, session, List.of(Reply.bulk("message"), channel, message)));
            }
            List<Reply> matching = session.patterns().stream()
                    .filter(pattern -> Glob.matches(pattern, call.arg(0)))
                    .map(Reply::bulk)
                    .toList();
            var pattern = matching.size() == 1 ? matching.get(0) : new Reply.OneOf(matching);
            matching.forEach(each ->
                    sent.add(message(client, session, List.of(Reply.bulk("pmessage"), pattern, channel, message))));
        });
        return List.of(
                Outcome.of(state, call.client(), new Reply.Int(sent.size())).after(sent));
    }

    private static Sent message(int client, Session session, List<Reply> elements) {
        return new Sent(client, new Reply.Push(elements).in(session.protocol()));
    }

    private static List<Outcome> channels(State state, Call call) {
        if (call.args().size() > 1) {
            var error = "ERR unknown subcommand or wrong number of arguments for 'CHANNELS'. Try PUBSUB HELP.";
            return Outcome.error(state, call.client(), error);
        }
        var names = new TreeSet<String>();
        state.sessions().values().forEach(session -> names.addAll(session.channels()));
        List<Reply> matching = names.stream()
                .filter(name -> call.args().isEmpty() || Glob.matches(call.arg(0), name))
                .map(Reply::bulk)
                .toList();
        return Outcome.only(state, call.client(), new Reply.AnyOrder(matching));
    }

    private static List<Outcome> counts(State state, Call call) {
        var counts = new ArrayList<Reply>();
        for (var name : call.args()) {
            long count = state.sessions().values().stream()
                    .filter(session -> session.channels().contains(name))
                    .count();
            counts.add(Reply.bulk(name));
            counts.add(new Reply.Int(count));
        }
        return Outcome.only(state, call.client(), new Reply.Array(counts));
    }
}
