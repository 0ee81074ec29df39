package miniredis.spec.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What clients sent at the same time, and what came back: commands of one key each, in the order in which each client sent them.
 *
 * @param zero the time on the clock that lifetimes are compared with, in milliseconds since 1970, when the nanoseconds of the
 *     operations were 0
 */
public record History(long zero, List<Operation> operations) {
    /** Keys have nothing to do with each other, so each has its own history. */
    Map<String, History> byKey() {
        var keys = new TreeMap<String, List<Operation>>();
        operations.forEach(operation ->
                keys.computeIfAbsent(operation.key(), key -> new ArrayList<>()).add(operation));
        return keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new History(zero, entry.getValue())));
    }

    /** What each client did, in its order. */
    List<List<Operation>> byClient() {
        var clients = new TreeMap<Integer, List<Operation>>();
        operations.forEach(operation -> clients.computeIfAbsent(operation.client(), client -> new ArrayList<>())
                .add(operation));
        return List.copyOf(clients.values());
    }
}
