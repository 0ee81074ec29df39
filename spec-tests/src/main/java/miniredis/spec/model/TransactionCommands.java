package miniredis.spec.model;

import static miniredis.spec.model.Command.Trait.NOT_QUEUED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import miniredis.spec.model.Command.Call;
import miniredis.spec.model.Command.Keys;
import miniredis.spec.model.Outcome.Sent;

/** Several commands as one. See https://redis.io/docs/latest/develop/using-commands/transactions/ */
final class TransactionCommands {
    private TransactionCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of("multi", 1, Keys.NONE, TransactionCommands::multi, NOT_QUEUED),
                Command.of("exec", 1, Keys.NONE, TransactionCommands::exec, NOT_QUEUED),
                Command.of("discard", 1, Keys.NONE, TransactionCommands::discard, NOT_QUEUED),
                Command.of("watch", -2, Keys.ALL, TransactionCommands::watch, NOT_QUEUED),
                Command.of("unwatch", 1, Keys.NONE, TransactionCommands::unwatch));
    }

    private static List<Outcome> multi(State state, Call call) {
        var session = state.session(call.client());
        return session.queue() == null
                ? Outcome.only(state.with(call.client(), session.queueing(List.of())), call.client(), Reply.ok())
                : Outcome.error(state, call.client(), "ERR MULTI calls can not be nested");
    }

    private static List<Outcome> watch(State state, Call call) {
        var session = state.session(call.client());
        return session.queue() == null
                ? Outcome.only(state.with(call.client(), session.watching(call.args())), call.client(), Reply.ok())
                : Outcome.error(state, call.client(), "ERR WATCH inside MULTI is not allowed");
    }

    private static List<Outcome> unwatch(State state, Call call) {
        return Outcome.only(
                state.with(call.client(), state.session(call.client()).watchingNothing()), call.client(), Reply.ok());
    }

    private static List<Outcome> discard(State state, Call call) {
        var session = state.session(call.client());
        return session.queue() == null
                ? Outcome.error(state, call.client(), "ERR DISCARD without MULTI")
                : Outcome.only(state.with(call.client(), session.withoutTransaction()), call.client(), Reply.ok());
    }

    /** A watched key whose lifetime has ended has changed. A command that could not be queued takes precedence over a change. */
    private static List<Outcome> exec(State state, Call call) {
        if (state.session(call.client()).queue() == null) {
            return Outcome.error(state, call.client(), "ERR EXEC without MULTI");
        }
        var watched = state.session(call.client()).watched();
        return state.settled(watched, call.now()).stream()
                .flatMap(settled -> execSettled(settled, call))
                .toList();
    }

    private static Stream<Outcome> execSettled(State state, Call call) {
        var session = state.session(call.client());
        var next = state.with(call.client(), session.withoutTransaction());
        if (session.spoiled()) {
            var error = "EXECABORT Transaction discarded because of previous errors.";
            return Outcome.error(next, call.client(), error).stream();
        }
        if (session.changed() || session.queue() == null) {
            return Outcome.only(next, call.client(), new Reply.NullArray()).stream();
        }
        return runAll(next, session.queue(), call).stream();
    }

    private static List<Outcome> runAll(State state, List<List<String>> requests, Call call) {
        var outcomes = List.of(new Outcome(state, List.of(), false));
        for (var request : requests) {
            var next = new ArrayList<Outcome>();
            for (var before : outcomes) {
                for (var outcome : Model.run(before.state(), call.client(), request, call.now())) {
                    next.add(outcome.after(before.sent()));
                }
            }
            outcomes = next;
        }
        return outcomes.stream()
                .map(outcome -> gathered(outcome, call.client()))
                .toList();
    }

    /** The replies become one array, after the messages that were sent meanwhile. */
    private static Outcome gathered(Outcome outcome, int client) {
        var messages =
                outcome.sent().stream().filter(sent -> sent.client() != client).toList();
        var sent = new ArrayList<>(messages);
        sent.add(new Sent(client, new Reply.Array(outcome.repliesTo(client))));
        return new Outcome(outcome.state(), sent, outcome.closes());
    }
}
