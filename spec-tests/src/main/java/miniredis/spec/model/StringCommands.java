package miniredis.spec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import miniredis.spec.model.Command.Call;
import miniredis.spec.model.Command.Keys;

/** Values: GET, SET, INCR and those like them. */
final class StringCommands {
    static final String NO_INTEGER = "ERR value is not an integer or out of range";

    private StringCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of("get", 2, Keys.FIRST, StringCommands::get),
                Command.of("set", -3, Keys.FIRST, StringCommands::set),
                Command.of("incr", 2, Keys.FIRST, (state, call) -> add(state, call, 1)),
                Command.of("decr", 2, Keys.FIRST, (state, call) -> add(state, call, -1)),
                Command.of("incrby", 3, Keys.FIRST, StringCommands::incrBy),
                Command.of("decrby", 3, Keys.FIRST, StringCommands::decrBy),
                Command.of("mget", -2, Keys.ALL, StringCommands::mget),
                Command.of("mset", -3, Keys.EVERY_SECOND, StringCommands::mset));
    }

    private static Reply valueOf(State state, String key) {
        var entry = state.entry(key);
        return entry == null ? Reply.nil() : Reply.bulk(entry.value());
    }

    private static List<Outcome> get(State state, Call call) {
        return Outcome.only(state, call.client(), valueOf(state, call.arg(0)));
    }

    private static List<Outcome> set(State state, Call call) {
        String key = call.arg(0);
        SetOptions options;
        try {
            options = SetOptions.parse(call.args().subList(2, call.args().size()), call.now());
        } catch (RefusedException refused) {
            return Outcome.error(state, call.client(), refused.error());
        }
        var old = state.entry(key);
        var oldValue = valueOf(state, key);
        boolean stores = old == null ? !options.onlyOld() : !options.onlyNew();
        if (!stores) {
            return Outcome.only(state, call.client(), options.answersOld() ? oldValue : Reply.nil());
        }
        var end = options.keepsEnd() && old != null ? old.end() : options.end();
        return Outcome.only(
                state.put(key, call.arg(1), end), call.client(), options.answersOld() ? oldValue : Reply.ok());
    }

    private static List<Outcome> incrBy(State state, Call call) {
        var step = Text.integer(call.arg(1));
        return step.isPresent() ? add(state, call, step.getAsLong()) : Outcome.error(state, call.client(), NO_INTEGER);
    }

    private static List<Outcome> decrBy(State state, Call call) {
        var step = Text.integer(call.arg(1));
        if (step.isEmpty()) {
            return Outcome.error(state, call.client(), NO_INTEGER);
        }
        return step.getAsLong() == Long.MIN_VALUE
                ? Outcome.error(state, call.client(), "ERR decrement would overflow")
                : add(state, call, -step.getAsLong());
    }

    /** No key counts as 0. A key keeps its lifetime. */
    private static List<Outcome> add(State state, Call call, long step) {
        var old = state.entry(call.arg(0));
        var number = old == null ? OptionalLong.of(0) : Text.integer(old.value());
        if (number.isEmpty()) {
            return Outcome.error(state, call.client(), NO_INTEGER);
        }
        long sum = number.getAsLong() + step;
        if (step > 0 ? sum < number.getAsLong() : sum > number.getAsLong()) {
            return Outcome.error(state, call.client(), "ERR increment or decrement would overflow");
        }
        var end = old == null ? Moment.NEVER : old.end();
        return Outcome.only(state.put(call.arg(0), Long.toString(sum), end), call.client(), new Reply.Int(sum));
    }

    private static List<Outcome> mget(State state, Call call) {
        int protocol = state.session(call.client()).protocol();
        var values = call.args().stream()
                .map(key -> valueOf(state, key).in(protocol))
                .toList();
        return Outcome.only(state, call.client(), new Reply.Array(new ArrayList<>(values)));
    }

    private static List<Outcome> mset(State state, Call call) {
        if (call.args().size() % 2 != 0) {
            return Outcome.error(state, call.client(), Model.wrongNumber("mset"));
        }
        var next = state;
        for (int at = 0; at < call.args().size(); at += 2) {
            next = next.put(call.arg(at), call.arg(at + 1), Moment.NEVER);
        }
        return Outcome.only(next, call.client(), Reply.ok());
    }
}
