package miniredis.proof.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of mutants that may survive, each with its reason. A file for each server: lines that begin with {@code #} are
 * comments. A line that begins with {@code [} is the reason for the mutants below it, one key on each line. A key may end with
 * {@code *}, for all keys that begin with it.
 *
 * @param reasons by key
 */
record Survivors(Map<String, String> reasons) {
    private static final Path FOLDER = Path.of("spec-proof/src/test/survivors");

    static Survivors of(Subject subject) throws IOException {
        return read(FOLDER.resolve(subject.module() + ".txt"));
    }

    static Survivors read(Path file) throws IOException {
        var reasons = new LinkedHashMap<String, String>();
        var reason = "";
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith("[")) {
                reason = line.substring(1, line.lastIndexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                reasons.put(line.strip(), reason);
            }
        }
        return new Survivors(reasons);
    }

    /** Why this mutant may survive; empty if the list does not name it. */
    Optional<String> reason(Mutant mutant) {
        return reasons.entrySet().stream()
                .filter(entry -> isMeant(mutant, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether the list names it individually, not as one of a group, of which some may be killed. */
    boolean isNamed(Mutant mutant) {
        return reasons.containsKey(mutant.key());
    }

    /** Keys in the list that fit no mutant (any more). */
    List<String> stale(List<Mutant> mutants) {
        return reasons.keySet().stream()
                .filter(key -> mutants.stream().noneMatch(mutant -> isMeant(mutant, key)))
                .toList();
    }

    private static boolean isMeant(Mutant mutant, String key) {
        return key.endsWith("*")
                ? mutant.key().startsWith(key.substring(0, key.length() - 1))
                : mutant.key().equals(key);
    }
}
