package miniredis.proof.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lines of a server each scenario runs: a scenario that runs a line is most likely to notice a change there. For lines that
 * the server runs by itself (when it starts, when it is idle, or only while scenarios run side by side) all scenarios are tried.
 *
 * @param known the lines that exist. A place is a line such as {@code miniredis/blocking/Bytes:31}, or a whole class
 * @param byItself the places that are reached without any client, or only with many
 * @param byScenario the places that a scenario reaches when it runs alone, by its id
 */
record Reach(Set<String> known, Set<String> byItself, Map<String, Set<String>> byScenario) {
    private static final String KNOWN = "known";
    private static final String BY_ITSELF = "by itself";

    /** The place of a mutant; its class if its line is not one of those that are measured. */
    private String place(Mutant mutant) {
        var line = mutant.className() + ":" + mutant.line();
        return known.contains(line) ? line : mutant.className();
    }

    /** Whether only scenarios reach that place. */
    boolean isLeftToScenarios(Mutant mutant) {
        return !byItself.contains(place(mutant));
    }

    /** The ids of the scenarios that reach it. */
    Set<String> of(Mutant mutant) {
        var place = place(mutant);
        var ids = new HashSet<String>();
        byScenario.forEach((id, places) -> {
            if (places.contains(place)) {
                ids.add(id);
            }
        });
        return ids;
    }

    void write(Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(KNOWN + "\t" + String.join(" ", known));
        lines.add(BY_ITSELF + "\t" + String.join(" ", byItself));
        byScenario.forEach((id, places) -> lines.add(id + "\t" + String.join(" ", places)));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    static Reach read(Path file) throws IOException {
        var byScenario = new HashMap<String, Set<String>>();
        for (var line : Files.readAllLines(file)) {
            var cells = line.split("\t", -1);
            byScenario.put(cells[0], new HashSet<>(List.of(cells[1].split(" "))));
        }
        return new Reach(byScenario.remove(KNOWN), byScenario.remove(BY_ITSELF), byScenario);
    }
}
