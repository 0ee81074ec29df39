package miniredis.proof.reported;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of docs/power.md: which of the reports are caught, before the reports were looked at and now. */
record ScorePage(List<String> lines) {
    private static final Path FROM_MODULE = Path.of("../docs/power.md");
    private static final Path FROM_REPOSITORY = Path.of("docs/power.md");
    /** The text of the cell if no scenario fails. */
    static final String NOTHING = "passes";

    static ScorePage read() throws IOException {
        return new ScorePage(Files.readAllLines(Files.exists(FROM_REPOSITORY) ? FROM_REPOSITORY : FROM_MODULE));
    }

    /** The row of a report, cell by cell: address, sentence, before, now. */
    List<String> row(Report report) {
        return lines.stream()
                .filter(line -> line.startsWith("| " + address(report) + " |"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row for " + report.address()));
    }

    private static String address(Report report) {
        return report.hasAddress()
                ? "[%s](https://github.com/%s)"
                        .formatted(report.address(), report.address().replace("#", "/issues/"))
                : report.address();
    }

    /** Whether the page says that a scenario fails. */
    boolean isCaught(Report report) {
        return !row(report).get(3).equals(NOTHING);
    }
}
