package miniredis.spec.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows of one connection.
 *
 * @param protocol 2 or 3
 * @param name empty without one
 * @param queue what was queued since MULTI; null outside of a transaction
 * @param spoiled whether a command could not be queued, so that EXEC will refuse
 * @param watched the keys that are watched
 * @param changed whether one of them has changed, so that EXEC will do nothing
 * @param channels those it is subscribed to
 * @param patterns those it is subscribed to
 */
record Session(
        int protocol,
        String name,
        @Nullable List<List<String>> queue,
        boolean spoiled,
        Set<String> watched,
        boolean changed,
        Set<String> channels,
        Set<String> patterns) {
    static final Session NEW = new Session(2, "", null, false, Set.of(), false, Set.of(), Set.of());

    boolean isSubscribed() {
        return !channels.isEmpty() || !patterns.isEmpty();
    }

    int subscriptions() {
        return channels.size() + patterns.size();
    }

    Session speaking(int otherProtocol) {
        return new Session(otherProtocol, name, queue, spoiled, watched, changed, channels, patterns);
    }

    Session named(String otherName) {
        return new Session(protocol, otherName, queue, spoiled, watched, changed, channels, patterns);
    }

    Session queueing(List<List<String>> requests) {
        return new Session(protocol, name, requests, spoiled, watched, changed, channels, patterns);
    }

    Session queued(List<String> request) {
        var longer = new ArrayList<>(queue == null ? List.of() : queue);
        longer.add(request);
        return queueing(List.copyOf(longer));
    }

    /** A command could not be queued. */
    Session spoilt() {
        return new Session(protocol, name, queue, queue != null, watched, changed, channels, patterns);
    }

    Session watching(List<String> keys) {
        return new Session(protocol, name, queue, spoiled, with(watched, keys), changed, channels, patterns);
    }

    Session withAChange() {
        return new Session(protocol, name, queue, spoiled, watched, true, channels, patterns);
    }

    Session watchingNothing() {
        return new Session(protocol, name, queue, spoiled, Set.of(), false, channels, patterns);
    }

    /** Outside of a transaction, watching nothing. */
    Session withoutTransaction() {
        return new Session(protocol, name, null, false, Set.of(), false, channels, patterns);
    }

    Session subscribed(Set<String> otherChannels, Set<String> otherPatterns) {
        return new Session(protocol, name, queue, spoiled, watched, changed, otherChannels, otherPatterns);
    }

    static Set<String> with(Set<String> set, List<String> more) {
        var larger = new HashSet<>(set);
        larger.addAll(more);
        return Set.copyOf(larger);
    }
}
