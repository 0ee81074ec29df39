package miniredis.proof.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a lecture promises about the parts of its exercise: its table, and the paragraphs that begin with "Turns green". */
record Lecture(Path file, String text) {
    private static final List<String> FILES =
            List.of("01-tcp-server.md", "02-protocol.md", "03-commands.md", "04-expiry.md");
    private static final Pattern HEADER = Pattern.compile("\\| after \\|(.*)\\| named first \\|\n\\|[-|]+\\|\n");
    private static final Pattern SIZE = Pattern.compile("of (\\d+)");
    private static final Pattern ROW = Pattern.compile(
            "\\| ([^|]+) \\| ([0-9 to]+) \\|(?: ([0-9 to]+) \\|)? ([A-Z0-9.-]+|none)(?:, then ([A-Z0-9.-]+))? \\|");

    /** How many scenarios are red, at least and at most: where silence is expected, it can be a matter of luck. */
    record Red(int from, int to, int of) {
        static Red in(String cell, int of) {
            var ends = cell.split(" to ");
            return new Red(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]), of);
        }
    }

    /**
     * A row of the table.
     *
     * @param part after which part; 0 is before the first
     * @param strict the same as {@code plain} in a step without exact scenarios
     * @param first the scenario that is named first by the first run after this part; "none" when all is green
     * @param then the scenario that the next run names first: the same, unless {@code first} is one that the part has turned red
     */
    record Row(int part, Red plain, Red strict, String first, String then) {}

    static Lecture ofStep(int step) throws IOException {
        var file = Path.of("docs/lectures", FILES.get(step - 1));
        return new Lecture(file, Files.readString(file).replace("\r\n", "\n"));
    }

    /** The rows in the order of the parts, from before the first to after the last. */
    List<Row> rows() {
        var header = HEADER.matcher(text);
        if (!header.find()) {
            throw new IllegalStateException(file + " has no table of what is red after each part");
        }
        var sizes = SIZE.matcher(header.group(1))
                .results()
                .map(size -> Integer.parseInt(size.group(1)))
                .toList();
        var rows = new ArrayList<Row>();
        for (var line : text.substring(header.end()).lines().toList()) {
            var row = ROW.matcher(line);
            if (!row.matches()) {
                break;
            }
            var plain = Red.in(row.group(2), sizes.get(0));
            var strict = row.group(3) == null ? plain : Red.in(row.group(3), sizes.get(1));
            var then = row.group(5) == null ? row.group(4) : row.group(5);
            rows.add(new Row(rows.size(), plain, strict, row.group(4), then));
        }
        return rows;
    }

    /** The ids after "Turns green" in the section of a part, {@code A-01 to A-03} spelled out; empty if it names none. */
    TreeSet<String> turnsGreen(int part) {
        return OptionalInt.of(text.indexOf("\n### Part " + part + ":")).stream()
                .filter(start -> start >= 0)
                .mapToObj(start -> text.substring(start + 1).split("\n##", 2)[0])
                .flatMap(section -> List.of(section.split("\n\n")).stream())
                .filter(paragraph -> paragraph.startsWith("Turns green:"))
                .map(Todo::spelledOut)
                .findFirst()
                .orElseGet(TreeSet::new);
    }
}
