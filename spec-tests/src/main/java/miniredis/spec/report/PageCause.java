package miniredis.spec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import miniredis.spec.report.ResultsJson.Cause;
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
            var cause = byTitle.get(titleFor(scenario, server));
            if (cause != null && numbers.containsKey(scenario.id())) {
                cause.waiting().add(numbers.get(scenario.id()));
            }
        }
        return byTitle.values().stream()
                .filter(cause -> !cause.waiting().isEmpty())
                .toList();
    }

    /**
     * The title of what the scenario waits for; empty where there is nothing. Results name no cause for a scenario that passed:
     * where it failed in another framing, the cause is the one of that framing.
     */
    static String titleFor(Scenario scenario, ComparedServer server) {
        if (!scenario.cause().isEmpty()) {
            return scenario.cause();
        }
        return failedFramings(scenario).stream()
                .flatMap(framing -> server.causes().stream()
                        .filter(cause -> cause.kind().equals("framing"))
                        .map(Cause::title)
                        .filter(title -> title.endsWith(framing)))
                .findFirst()
                .orElse("");
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
