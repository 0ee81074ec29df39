package miniredis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How one value is written in a table: {@code 1,102,345 ±2% 1.36x}. */
final class Cell {
    private Cell() {}

    static String text(Results results, Series series) {
        var parts = new ArrayList<>(List.of(series.quantity().format(series.median())));
        if (series.quantity().showsSpread() && series.values().size() > 1) {
            parts.add(String.format(Locale.ROOT, "±%.0f%%", series.spreadPercent()));
        }
        var ratio = results.ratio(series);
        boolean isFirst = series.server().equals(results.servers().get(0));
        if (!isFirst && series.quantity().isCompared() && ratio.isPresent()) {
            parts.add(String.format(Locale.ROOT, "%.2fx", ratio.getAsDouble()));
        }
        return String.join(" ", parts);
    }
}
