package miniredis.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A suite's results as rows of text: a row for each thing measured of each server, a column for each quantity.
 *
 * @param header the columns' titles
 * @param rows as many cells as the header has; the first is empty where the row above has the same
 */
record SuiteTable(List<String> header, List<List<String>> rows) {

    static SuiteTable of(Results results, Suite suite) {
        var quantities = results.quantities(suite);
        var header = new ArrayList<>(List.of("", "server"));
        quantities.forEach(quantity -> header.add(quantity.title()));
        var rows = new ArrayList<List<String>>();
        for (var what : results.whats(suite)) {
            var title = what;
            for (var server : results.servers()) {
                var row = new ArrayList<>(List.of(title, server));
                for (var quantity : quantities) {
                    row.add(results.find(suite, what, server, quantity)
                            .map(series -> Cell.text(results, series))
                            .orElse("n/a"));
                }
                rows.add(row);
                title = "";
            }
        }
        return new SuiteTable(header, rows);
    }

    int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(header.get(column).length(), Math::max);
    }
}
