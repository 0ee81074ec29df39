package miniredis.proof.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of mutants that may live, each with its reason. A file for each server: lines that begin with {@code #} are comments, a line
 * that begins with {@code [} holds for the mutants below it, one key a line. A key may end with {@code *}, for all that begin
 * like it.
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

    /** Why this one may live; empty where nobody has said so. */
    Optional<String> reason(Mutant mutant) {
        return reasons.entrySet().stream()
                .filter(entry -> isMeant(mutant, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether the list names it alone, and not as one of a group, in which some may well be killed. */
    boolean isNamed(Mutant mutant) {
        return reasons.containsKey(mutant.key());
    }

    /** What the list names and is not there (any more). */
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
