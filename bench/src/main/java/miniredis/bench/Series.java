package miniredis.bench;

import java.util.List;

/**
 * One quantity of one server, measured once a round.
 *
 * @param suite the suite's name
 * @param what what was measured, such as {@code GET, pipelining 16}
 * @param values in the unit of the quantity, at least one
 */
public record Series(String suite, String what, String server, Quantity quantity, List<Double> values) {
    public Series {
        values = List.copyOf(values);
    }

    public double median() {
        var sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    public double least() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    public double most() {
        return values.stream().max(Double::compare).orElseThrow();
    }

    /** Half the way from the least to the most, in percent of the median. */
    public double spreadPercent() {
        return median() == 0 ? 0 : 100 * (most() - least()) / 2 / median();
    }

    boolean isOf(String wantedSuite, String wantedWhat, String wantedServer, Quantity wanted) {
        return quantity == wanted
                && suite.equals(wantedSuite)
                && what.equals(wantedWhat)
                && server.equals(wantedServer);
    }
}
