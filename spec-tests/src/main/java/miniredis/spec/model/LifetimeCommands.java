package miniredis.spec.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import miniredis.spec.model.Command.Call;
import miniredis.spec.model.Command.Keys;

/** Whether keys exist, and how long: EXPIRE, TTL, PERSIST and those like them, DEL, EXISTS. */
final class LifetimeCommands {
    private LifetimeCommands() {}

    private enum Condition {
        NX,
        XX,
        GT,
        LT
    }

    static List<Command> all() {
        return List.of(
                Command.of("expire", -3, Keys.FIRST, (state, call) -> expire(state, call, 1000, true)),
                Command.of("pexpire", -3, Keys.FIRST, (state, call) -> expire(state, call, 1, true)),
                Command.of("expireat", -3, Keys.FIRST, (state, call) -> expire(state, call, 1000, false)),
                Command.of("pexpireat", -3, Keys.FIRST, (state, call) -> expire(state, call, 1, false)),
                Command.of("ttl", 2, Keys.FIRST, (state, call) -> end(state, call, 1000, true)),
                Command.of("pttl", 2, Keys.FIRST, (state, call) -> end(state, call, 1, true)),
                Command.of("expiretime", 2, Keys.FIRST, (state, call) -> end(state, call, 1000, false)),
                Command.of("pexpiretime", 2, Keys.FIRST, (state, call) -> end(state, call, 1, false)),
                Command.of("persist", 2, Keys.FIRST, LifetimeCommands::persist),
                Command.of("del", -2, Keys.ALL, LifetimeCommands::del),
                Command.of("exists", -2, Keys.ALL, LifetimeCommands::exists));
    }

    /** In Redis's order: the options, the time, whether it fits 64 bits, the key, what the options say. */
    private static List<Outcome> expire(State state, Call call, long unit, boolean fromNow) {
        Set<Condition> conditions;
        try {
            conditions = conditions(call.args().subList(2, call.args().size()));
        } catch (RefusedException refused) {
            return Outcome.error(state, call.client(), refused.error());
        }
        var time = Text.integer(call.arg(1));
        if (time.isEmpty()) {
            return Outcome.error(state, call.client(), StringCommands.NO_INTEGER);
        }
        long most = Long.MAX_VALUE / unit;
        long milliseconds = time.getAsLong() * unit;
        if (time.getAsLong() > most
                || time.getAsLong() < Long.MIN_VALUE / unit
                || fromNow && milliseconds > Long.MAX_VALUE - call.now().latest()) {
            return Outcome.error(state, call.client(), "ERR invalid expire time in '" + call.name() + "' command");
        }
        var entry = state.entry(call.arg(0));
        if (entry == null) {
            return Outcome.only(state, call.client(), new Reply.Int(0));
        }
        var end = fromNow ? call.now().plus(milliseconds) : Moment.at(milliseconds);
        var lasting = fromNow ? List.of(milliseconds > 0) : end.isAfter(call.now());
        var outcomes = new ArrayList<Outcome>();
        for (boolean allowed : allowed(conditions, entry.end(), end)) {
            if (!allowed) {
                outcomes.add(Outcome.of(state, call.client(), new Reply.Int(0)));
                continue;
            }
            for (boolean lasts : lasting) {
                var next = lasts ? state.put(call.arg(0), entry.value(), end) : state.remove(call.arg(0));
                outcomes.add(Outcome.of(next, call.client(), new Reply.Int(1)));
            }
        }
        return outcomes;
    }

    private static Set<Condition> conditions(List<String> words) throws RefusedException {
        var conditions = EnumSet.noneOf(Condition.class);
        for (var word : words) {
            switch (Text.lower(Text.untilNul(word))) {
                case "nx" -> conditions.add(Condition.NX);
                case "xx" -> conditions.add(Condition.XX);
                case "gt" -> conditions.add(Condition.GT);
                case "lt" -> conditions.add(Condition.LT);
                default -> throw new RefusedException("ERR Unsupported option " + Text.untilNul(word));
            }
        }
        if (conditions.contains(Condition.NX) && conditions.size() > 1) {
            throw new RefusedException("ERR NX and XX, GT or LT options at the same time are not compatible");
        }
        if (conditions.contains(Condition.GT) && conditions.contains(Condition.LT)) {
            throw new RefusedException("ERR GT and LT options at the same time are not compatible");
        }
        return conditions;
    }

    /** Whether a lifetime that ends then may take the place of the present one. A key without a lifetime ends later than any. */
    private static List<Boolean> allowed(Set<Condition> conditions, Moment present, Moment end) {
        if (conditions.contains(Condition.NX) && !present.isNever()
                || conditions.contains(Condition.XX) && present.isNever()) {
            return List.of(false);
        }
        if (conditions.contains(Condition.GT)) {
            return present.isNever() ? List.of(false) : end.isAfter(present);
        }
        return conditions.contains(Condition.LT) && !present.isNever() ? present.isAfter(end) : List.of(true);
    }

    /** How long the key lasts, or when it ends, rounded to the nearest unit; -1 where it does not end, -2 without a key. */
    private static List<Outcome> end(State state, Call call, long unit, boolean fromNow) {
        var entry = state.entry(call.arg(0));
        if (entry == null || entry.end().isNever()) {
            return Outcome.only(state, call.client(), new Reply.Int(entry == null ? -2 : -1));
        }
        long low = entry.end().earliest() - (fromNow ? call.now().latest() : 0);
        long high = entry.end().latest() - (fromNow ? call.now().earliest() : 0);
        return Outcome.only(
                state,
                call.client(),
                new Reply.Between((Math.max(0, low) + unit / 2) / unit, (Math.max(0, high) + unit / 2) / unit));
    }

    private static List<Outcome> persist(State state, Call call) {
        var entry = state.entry(call.arg(0));
        if (entry == null || entry.end().isNever()) {
            return Outcome.only(state, call.client(), new Reply.Int(0));
        }
        return Outcome.only(state.put(call.arg(0), entry.value(), Moment.NEVER), call.client(), new Reply.Int(1));
    }

    private static List<Outcome> del(State state, Call call) {
        var next = state;
        int deleted = 0;
        for (var key : call.args()) {
            if (next.entry(key) != null) {
                next = next.remove(key);
                deleted++;
            }
        }
        return Outcome.only(next, call.client(), new Reply.Int(deleted));
    }

    private static List<Outcome> exists(State state, Call call) {
        long count =
                call.args().stream().filter(key -> state.entry(key) != null).count();
        return Outcome.only(state, call.client(), new Reply.Int(count));
    }
}
