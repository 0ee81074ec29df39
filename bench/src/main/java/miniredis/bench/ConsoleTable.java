package miniredis.bench;

import java.io.PrintStream;
import java.util.List;

/** Results for a terminal. */
public final class ConsoleTable {
    private static final int TEXT_COLUMNS = 2;

    private final PrintStream out;

    public ConsoleTable(PrintStream out) {
        this.out = out;
    }

    public void print(Results results) {
        for (var suite : results.suites()) {
            out.printf("%n%s%n%s%n%n", suite.title(), suite.question());
            var table = SuiteTable.of(results, suite);
            print(table, table.header());
            table.rows().forEach(row -> print(table, row));
            printGaps(results, suite);
        }
        out.printf(
                "%nx: as a multiple of %s; ±: half the way from the least to the most of the rounds.%n",
                results.servers().get(0));
    }

    private void print(SuiteTable table, List<String> row) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            var align = column < TEXT_COLUMNS ? "-" : "";
            line.append(("%" + align + table.width(column) + "s  ").formatted(row.get(column)));
        }
        out.println(line.toString().stripTrailing());
    }

    private void printGaps(Results results, Suite suite) {
        results.gaps().stream()
                .filter(gap -> gap.suite().equals(suite.title()))
                .forEach(gap -> out.printf("not measured: %s, %s: %s%n", gap.what(), gap.server(), gap.reason()));
    }
}
