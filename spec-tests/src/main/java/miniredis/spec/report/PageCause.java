package miniredis.spec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import miniredis.spec.report.ResultsJson.Scenario;
import miniredis.spec.verdict.Framing;

/**
 * What keeps scenarios of one server from passing, as the page has it.
 *
 * @param first the id of the scenario that shows it best
 * @param waiting the numbers, in the specification, of the scenarios that wait for it
 */
record PageCause(String title, String first, List<Integer> waiting) {

    /**
     * The causes of a server, the one to fix first first; for people, two of the same title are one. One for which only scenarios
     * wait that this specification does not have is left out: the page could show nothing of it.
     *
     * @param numbers by id
     */
    static List<PageCause> of(ComparedServer server, Map<String, Integer> numbers) {
        Map<String, PageCause> byTitle = new LinkedHashMap<>();
        server.causesToFix()
                .forEach(cause -> byTitle.putIfAbsent(
                        cause.title(), new PageCause(cause.title(), cause.first(), new ArrayList<>())));
        for (var scenario : server.scenarios()) {
            var cause = byTitle.get(scenario.cause());
            if (cause != null && numbers.containsKey(scenario.id())) {
                cause.waiting().add(numbers.get(scenario.id()));
            }
        }
        return byTitle.values().stream()
                .filter(cause -> !cause.waiting().isEmpty())
                .toList();
    }

    /** How the requests were cut when other replies came, in words. */
    static List<String> failedFramings(Scenario scenario) {
        return scenario.framing().entrySet().stream()
                .filter(framing -> framing.getValue().equals("failed"))
                .map(framing -> inWords(framing.getKey()))
                .toList();
    }

    private static String inWords(String title) {
        return Stream.of(Framing.values())
                .filter(framing -> framing.title().equals(title))
                .map(Framing::inWords)
                .findFirst()
                .orElse(title);
    }
}
