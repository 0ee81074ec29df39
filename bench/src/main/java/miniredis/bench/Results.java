package miniredis.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a benchmark found.
 *
 * @param servers their names; the first is the one that the others are compared with
 * @param conditions lines that say when, on what and how it was measured
 */
public record Results(
        List<String> servers, List<Suite> suites, List<String> conditions, List<Series> series, List<Gap> gaps) {
    public Results {
        servers = List.copyOf(servers);
        suites = List.copyOf(suites);
        conditions = List.copyOf(conditions);
        series = List.copyOf(series);
        gaps = List.copyOf(gaps);
    }

    List<String> whats(Suite suite) {
        return series.stream()
                .filter(each -> each.suite().equals(suite.title()))
                .map(Series::what)
                .distinct()
                .toList();
    }

    List<Quantity> quantities(Suite suite) {
        return series.stream()
                .filter(each -> each.suite().equals(suite.title()))
                .map(Series::quantity)
                .distinct()
                .sorted()
                .toList();
    }

    Optional<Series> find(Suite suite, String what, String server, Quantity quantity) {
        return series.stream()
                .filter(each -> each.isOf(suite.title(), what, server, quantity))
                .findFirst();
    }

    /** The median as a multiple of the first server's; empty where one of them is missing. */
    OptionalDouble ratio(Series of) {
        return series.stream()
                .filter(each -> each.isOf(of.suite(), of.what(), servers.get(0), of.quantity()))
                .mapToDouble(reference -> of.median() / reference.median())
                .filter(Double::isFinite)
                .findFirst();
    }
}
