package miniredis.spec.verdict;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which failures a simpler failure explains: the lines of {@code roots.txt}, whose head says what they mean. */
final class Roots {
    private static final List<Row> ROWS = read();

    /**
     * One line.
     *
     * @param explained ids, or what else may be on the left
     * @param by ids of the simpler ones
     * @param unless an id; empty where nothing needs to have passed
     * @param alike whether a crash explains only crashes
     */
    record Row(Set<String> explained, List<String> by, Optional<String> unless, boolean alike) {
        private static Row of(String line) {
            var sides = line.split("<[-=]");
            var right = sides[1].split("\\bunless\\b");
            return new Row(
                    Set.copyOf(words(sides[0])),
                    words(right[0]),
                    right.length == 1 ? Optional.empty() : Optional.of(right[1].strip()),
                    line.contains("<="));
        }

        private static List<String> words(String text) {
            return List.of(text.strip().split("\\s+"));
        }
    }

    private Roots() {}

    static List<Row> rows() {
        return ROWS;
    }

    private static List<Row> read() {
        var rows = new ArrayList<Row>();
        try (var file = requireNonNull(Roots.class.getResourceAsStream("roots.txt"))) {
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(Row.of(line));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(rows);
    }
}
