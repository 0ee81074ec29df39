package miniredis.bench;

import java.util.Locale;
import java.util.stream.Collectors;

/** Results for other programs, with the value of every round. */
final class Csv {
    private Csv() {}

    static String of(Results results) {
        var text = new StringBuilder("suite,what,server,quantity,median,least,most,ratio_to_first,rounds\n");
        results.series().forEach(series -> text.append(row(results, series)));
        return text.toString();
    }

    private static String row(Results results, Series series) {
        var ratio = results.ratio(series);
        return "%s,%s,%s,%s,%s,%s,%s,%s,%s\n"
                .formatted(
                        quoted(series.suite()),
                        quoted(series.what()),
                        quoted(series.server()),
                        quoted(series.quantity().title()),
                        number(series.median()),
                        number(series.least()),
                        number(series.most()),
                        ratio.isPresent() ? number(ratio.getAsDouble()) : "",
                        quoted(series.values().stream().map(Csv::number).collect(Collectors.joining(" "))));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
