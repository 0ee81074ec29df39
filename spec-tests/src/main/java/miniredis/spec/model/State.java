package miniredis.spec.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the server keeps: the keys, and its clients by their numbers. It is immutable: a change makes a new one. Both maps are
 * small where this is used, so they are copied.
 */
public record State(Map<String, Entry> keys, Map<Integer, Session> sessions) {
    /** A server that has had no client yet. */
    public static final State EMPTY = new State(Map.of(), Map.of());

    /**
     * @param value what the key holds
     * @param end when it ends, or {@link Moment#NEVER}
     */
    record Entry(String value, Moment end) {}

    /** What the key holds; null where there is no such key. To be called after {@link #settled}. */
    @Nullable
    Entry entry(String key) {
        return keys.get(key);
    }

    Session session(int client) {
        return sessions.getOrDefault(client, Session.NEW);
    }

    State with(int client, Session session) {
        var others = new TreeMap<>(sessions);
        others.put(client, session);
        return new State(keys, others);
    }

    /** The client has disconnected: nothing of its connection is left. */
    public State without(int client) {
        var others = new TreeMap<>(sessions);
        others.remove(client);
        return new State(keys, others);
    }

    /** Stores a value; clients that watch the key notice. */
    State put(String key, String value, Moment end) {
        return replaced(key, new Entry(value, end)).noticed(key);
    }

    /** Removes a key that exists; clients that watch it notice. */
    State remove(String key) {
        return replaced(key, null).noticed(key);
    }

    /**
     * The states that are possible now that it matters whether these keys still exist: in each of them a key whose lifetime may be
     * over is either gone or certain to be there.
     */
    List<State> settled(Iterable<String> keysThatMatter, Moment now) {
        var states = List.of(this);
        for (var key : keysThatMatter) {
            var next = new ArrayList<State>();
            states.forEach(state -> next.addAll(state.settled(key, now)));
            states = next;
        }
        return states;
    }

    private List<State> settled(String key, Moment now) {
        var entry = keys.get(key);
        if (entry == null || entry.end().isNever()) {
            return List.of(this);
        }
        var states = new ArrayList<State>();
        for (boolean isOver : now.isAfter(entry.end())) {
            states.add(
                    isOver
                            ? remove(key)
                            : replaced(key, new Entry(entry.value(), entry.end().notBefore(now))));
        }
        return states;
    }

    private State replaced(String key, @Nullable Entry entry) {
        var others = new HashMap<>(keys);
        if (entry == null) {
            others.remove(key);
        } else {
            others.put(key, entry);
        }
        return new State(others, sessions);
    }

    private State noticed(String key) {
        var state = this;
        for (var client : sessions.entrySet()) {
            var session = client.getValue();
            if (!session.changed() && session.watched().contains(key)) {
                state = state.with(client.getKey(), session.withAChange());
            }
        }
        return state;
    }
}
