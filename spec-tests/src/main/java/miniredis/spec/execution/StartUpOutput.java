package miniredis.spec.execution;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What instances of a server print before anyone talks to them, such as a file that they did not find. It may be read a moment
 * later, and says nothing about the scenario that runs then.
 */
final class StartUpOutput {
    /** Without numbers: a port or a time differs from start to start. */
    private final Set<String> lines = ConcurrentHashMap.newKeySet();

    /** @param printed by an instance that no scenario has used yet */
    void learn(String printed) {
        printed.lines().map(StartUpOutput::withoutNumbers).forEach(lines::add);
    }

    /** Those of these lines that are not printed at each start. */
    List<String> without(List<String> printed) {
        return printed.stream()
                .filter(line -> !lines.contains(withoutNumbers(line)))
                .toList();
    }

    private static String withoutNumbers(String line) {
        return line.strip().replaceAll("\\d+", "0");
    }
}
