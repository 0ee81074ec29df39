package miniredis.bench;

import java.util.List;
import java.util.Locale;

/**
 * A suite as an SVG picture: for each quantity a column of bars, as multiples of the first server; beside each bar the median,
 * on it a line from the least to the most of the rounds.
 */
final class Chart {
    private static final int LABEL_WIDTH = 210;
    private static final int PANEL_WIDTH = 400;
    private static final int BAR_SPACE = 130;
    private static final int BAR_HEIGHT = 13;
    private static final int LINE = 17;
    private static final int HEADER = 58;
    private static final int GROUP_HEADER = 26;
    private static final double MOST_MULTIPLE = 4;
    private static final List<String> COLOURS =
            List.of("#6b7280", "#1d6fb8", "#d9722e", "#2f9e77", "#9b5fb5", "#b3903a");

    private final Results results;
    private final Suite suite;
    private final List<Quantity> quantities;
    private final StringBuilder svg = new StringBuilder();

    private Chart(Results results, Suite suite) {
        this.results = results;
        this.suite = suite;
        this.quantities = results.quantities(suite).stream()
                .filter(suite.charted()::contains)
                .toList();
    }

    static String of(Results results, Suite suite) {
        return new Chart(results, suite).draw();
    }

    private String draw() {
        var whats = results.whats(suite);
        int width = LABEL_WIDTH + PANEL_WIDTH * Math.max(1, quantities.size());
        int height =
                HEADER + whats.size() * (GROUP_HEADER + LINE * results.servers().size()) + 30;
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n"
                        .formatted(width, height));
        svg.append("<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n"
                .formatted(escaped(suite.title())));
        text(10, 22, "font-size=\"15\" font-weight=\"600\"", suite.title());
        for (int i = 0; i < quantities.size(); i++) {
            var quantity = quantities.get(i);
            text(panel(i), 40, "font-weight=\"600\"", "%s (%s)".formatted(quantity.title(), quantity.direction()));
        }
        int y = HEADER;
        for (int i = 0; i < quantities.size(); i++) {
            double one = panel(i) + (PANEL_WIDTH - BAR_SPACE) / scale(quantities.get(i));
            append("<path d=\"M%.1f %d V%d\" stroke=\"#d1d5db\"/>", one, HEADER, height - 30);
        }
        for (var what : whats) {
            y = group(what, y);
        }
        text(
                10,
                y + 18,
                "fill=\"#6b7280\"",
                "Bars: multiples of %s (grey line: 1x). Lines on bars: least and most of the rounds."
                        .formatted(results.servers().get(0)));
        return svg.append("</svg>\n").toString();
    }

    private int group(String what, int top) {
        text(10, top + 14, "font-weight=\"600\"", what);
        int y = top + GROUP_HEADER - 6;
        for (int i = 0; i < results.servers().size(); i++) {
            var server = results.servers().get(i);
            text(20, y + 11, "", server);
            for (int column = 0; column < quantities.size(); column++) {
                bar(what, server, quantities.get(column), panel(column), y, COLOURS.get(i % COLOURS.size()));
            }
            y += LINE;
        }
        return y + 6;
    }

    private void bar(String what, String server, Quantity quantity, int x, int y, String colour) {
        var found = results.find(suite, what, server, quantity);
        if (found.isEmpty()) {
            text(x, y + 11, "fill=\"#6b7280\"", "n/a");
            return;
        }
        var series = found.get();
        double unit = (PANEL_WIDTH - BAR_SPACE) / scale(quantity);
        double reference = results.find(suite, what, results.servers().get(0), quantity)
                .map(Series::median)
                .orElse(series.median());
        double multiple = reference == 0 ? 1 : series.median() / reference;
        double length = Math.max(1, Math.min(multiple, scale(quantity)) * unit);
        append(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
                x, y, length, BAR_HEIGHT, colour);
        if (multiple > scale(quantity)) {
            append(
                    "<path d=\"M%.1f %d l6 6 l-6 7\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"2\"/>",
                    x + length - 14, y);
        } else if (series.values().size() > 1 && reference > 0) {
            append(
                    "<path d=\"M%.1f %.1f H%.1f\" stroke=\"#111827\" stroke-width=\"1.5\"/>",
                    x + series.least() / reference * unit,
                    y + BAR_HEIGHT / 2.0,
                    x + Math.min(series.most() / reference, scale(quantity)) * unit);
        }
        double end = Math.max(length, reference == 0 ? 0 : Math.min(series.most() / reference, scale(quantity)) * unit);
        text((int) (x + end + 6), y + 11, "", label(series));
    }

    private String label(Series series) {
        var value = series.quantity().format(series.median());
        var ratio = results.ratio(series);
        boolean isFirst = series.server().equals(results.servers().get(0));
        return isFirst || ratio.isEmpty() ? value : String.format(Locale.ROOT, "%s  %.2fx", value, ratio.getAsDouble());
    }

    /** The longest bar's multiple; bars far beyond are cut, so that the others stay visible. */
    private double scale(Quantity quantity) {
        double most = results.series().stream()
                .filter(series ->
                        series.quantity() == quantity && series.suite().equals(suite.title()))
                .mapToDouble(series -> results.ratio(series).orElse(1))
                .reduce(1, Math::max);
        return Math.min(most, MOST_MULTIPLE);
    }

    private static int panel(int column) {
        return LABEL_WIDTH + column * PANEL_WIDTH;
    }

    private void text(int x, int y, String attributes, String content) {
        append(
                "<text x=\"%d\" y=\"%d\" %s>%s</text>",
                x, y, attributes.contains("fill") ? attributes : attributes + " fill=\"#111827\"", escaped(content));
    }

    private void append(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
