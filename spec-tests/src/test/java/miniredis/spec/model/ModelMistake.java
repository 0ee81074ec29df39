package miniredis.spec.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import miniredis.spec.model.Outcome.Sent;
import miniredis.spec.model.State.Entry;
import org.jspecify.annotations.Nullable;

/** Mistakes that were found in public servers, each as a change of what the model does. */
public enum ModelMistake {
    NONE,
    INCR_OF_ZERO_IS_AN_ERROR {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            return is(request, "incr", 2) && "0".equals(value(state, request))
                    ? failure(state, client, "ERR value is not an integer or out of range")
                    : super.step(state, client, request, now);
        }
    },
    GET_OF_ZERO_IS_NULL {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            return is(request, "get", 2) && "0".equals(value(state, request))
                    ? Outcome.of(state, client, Reply.nil())
                    : super.step(state, client, request, now);
        }
    },
    AN_EMPTY_VALUE_HAS_NO_LIFETIME {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            boolean asked = is(request, "expire", 3) || is(request, "ttl", 2);
            return asked && "".equals(value(state, request))
                    ? Outcome.of(state, client, new Reply.Int(is(request, "ttl", 2) ? -2 : 0))
                    : super.step(state, client, request, now);
        }
    },
    KEYS_ARE_FIELDS_OF_AN_OBJECT {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            boolean inherited = request.size() > 1
                    && state.session(client).queue() == null
                    && Set.of("constructor", "valueOf", "toString", "hasOwnProperty", "__proto__")
                            .contains(request.get(1))
                    && value(state, request) == null;
            if (inherited && is(request, "incr", 2)) {
                return failure(state, client, "ERR value is not an integer or out of range");
            }
            return inherited
                            && is(request, "expire", 3)
                            && Text.integer(request.get(2)).isPresent()
                    ? Outcome.of(state, client, new Reply.Int(1))
                    : super.step(state, client, request, now);
        }
    },
    EXPIRE_WRAPS {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            if (is(request, "expire", 3) && request.get(2).matches("[1-9][0-9]{10,19}")) {
                var milliseconds = new BigInteger(request.get(2))
                        .multiply(BigInteger.valueOf(1000))
                        .longValue();
                return super.step(state, client, List.of("PEXPIRE", request.get(1), milliseconds + ""), now);
            }
            return super.step(state, client, request, now);
        }
    },
    A_LINE_OVER_4096_IS_REFUSED {
        @Override
        RequestStream cut(String bytes) {
            boolean tooLong = !bytes.startsWith("*") && bytes.indexOf('\n') > 4096;
            return tooLong
                    ? new RequestStream(List.of(), "", "ERR Protocol error: too big inline request")
                    : super.cut(bytes);
        }
    },
    SET_WITH_GET_KEEPS_THE_LIFETIME {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            var options = request.stream().skip(3).map(Text::lower).toList();
            boolean keeps = Text.lower(request.get(0)).equals("set")
                    && options.contains("get")
                    && Set.of("get", "nx", "xx").containsAll(options);
            return keeps
                    ? super.step(state, client, with(request, "KEEPTTL"), now)
                    : super.step(state, client, request, now);
        }
    },
    SET_XX_SEES_AN_ENDED_KEY {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            var entry = request.size() > 1 ? state.entry(request.get(1)) : null;
            boolean sees = Text.lower(request.get(0)).equals("set")
                    && request.stream().skip(3).anyMatch(word -> Text.isWord(word, "xx"));
            var before = sees && entry != null ? state.put(request.get(1), entry.value(), Moment.NEVER) : state;
            return super.step(before, client, request, now);
        }
    },
    A_REFUSED_COMMAND_ENDS_THE_TRANSACTION {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            var outcome = super.step(state, client, request, now);
            var session = outcome.state().session(client);
            return session.spoiled()
                    ? new Outcome(outcome.state().with(client, session.withoutTransaction()), outcome.sent(), false)
                    : outcome;
        }
    },
    A_SECOND_WATCH_FORGETS_THE_FIRST {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            var session = state.session(client);
            return is(request, "watch", 2) && session.queue() == null
                    ? super.step(state.with(client, session.watchingNothing()), client, request, now)
                    : super.step(state, client, request, now);
        }
    },
    EXEC_WAKES_NO_WATCHER {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            var outcome = super.step(state, client, request, now);
            var after = outcome.state();
            for (var other : state.sessions().entrySet()) {
                if (is(request, "exec", 1) && other.getKey() != client) {
                    after = after.with(other.getKey(), other.getValue());
                }
            }
            return new Outcome(after, outcome.sent(), outcome.closes());
        }
    },
    SUBSCRIBING_TWICE_DELIVERS_TWICE {
        @Override
        Outcome step(State state, int client, List<String> request, Moment now) {
            var session = state.session(client);
            if (is(request, "subscribe", 2) && session.channels().contains(request.get(1))) {
                // The name of the connection is where this server keeps what it has twice: no topic uses both.
                return super.step(state.with(client, session.named(request.get(1))), client, request, now);
            }
            var outcome = super.step(state, client, request, now);
            var sent = new ArrayList<Sent>();
            for (var each : outcome.sent()) {
                boolean twice = each.client() != client
                        && is(request, "publish", 3)
                        && state.session(each.client()).name().equals(request.get(1));
                sent.addAll(twice ? List.of(each, each) : List.of(each));
            }
            return new Outcome(outcome.state(), sent, outcome.closes());
        }
    },
    WHO_LEAVES_STAYS_IN_THE_SECOND_CHANNEL {
        @Override
        State leave(State state, int client) {
            var channels = new TreeSet<>(state.session(client).channels());
            return channels.size() > 1
                    ? state.with(client, Session.NEW.subscribed(Set.of(channels.last()), Set.of()))
                    : super.leave(state, client);
        }
    };

    Outcome step(State state, int client, List<String> request, Moment now) {
        return Model.step(state, client, request, now).get(0);
    }

    RequestStream cut(String bytes) {
        return RequestStream.of(bytes);
    }

    State leave(State state, int client) {
        return state.without(client);
    }

    static boolean is(List<String> request, String name, int words) {
        return Text.lower(request.get(0)).equals(name) && request.size() == words;
    }

    @Nullable
    static String value(State state, List<String> request) {
        Entry entry = state.entry(request.get(1));
        return entry == null ? null : entry.value();
    }

    private static Outcome failure(State state, int client, String error) {
        return Outcome.of(state, client, new Reply.Failure(error));
    }

    private static List<String> with(List<String> request, String word) {
        var longer = new ArrayList<>(request);
        longer.add(word);
        return longer;
    }
}
