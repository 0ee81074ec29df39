package miniredis.spec.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import miniredis.spec.i18n.Messages;
import miniredis.spec.report.Results.Evidence;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.report.Results.Speed;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Framing;
import org.jspecify.annotations.Nullable;

/**
 * What the page's script knows of one server: its {@link Results}, without what the page has as text already. The verdicts are a
 * letter a scenario, so that hundreds of servers stay small.
 *
 * @param verdicts a letter for each scenario of the specification, in order: see {@link #letter}
 */
record PageData(
        String name,
        String command,
        String note,
        String remark,
        List<Cause> causes,
        boolean started,
        String verdicts,
        List<Speed> speed) {

    /**
     * What keeps scenarios from passing.
     *
     * @param waiting the numbers, in the specification, of the scenarios that wait for it
     */
    record Cause(String title, String first, List<Integer> waiting) {}

    /**
     * The details behind the verdicts, loaded on demand.
     *
     * @param milliseconds for each scenario of the specification, in order; -1 where it was not played
     * @param stories by id, for what did not pass
     */
    record Details(String output, List<Long> milliseconds, Map<String, Story> stories) {}

    /**
     * Why a scenario did not pass, or not in every framing.
     *
     * @param message for a person, where there is no evidence; otherwise empty
     * @param otherPackets how its requests were cut when other replies came, in words; the evidence of a scenario that passed is
     *     from the first of them
     */
    record Story(
            String message,
            String cause,
            List<String> otherPackets,
            @Nullable Evidence evidence,
            String again) {
        static Story of(Scenario scenario, Messages language) {
            return new Story(
                    scenario.evidence() == null ? scenario.message() : "",
                    scenario.cause(),
                    Stream.of(Framing.values())
                            .filter(framing ->
                                    "failed".equals(scenario.framing().get(framing.title())))
                            .map(framing -> language.text(framing.message()))
                            .toList(),
                    scenario.evidence(),
                    scenario.again());
        }
    }

    static PageData of(Specification specification, Results server) {
        var played = byId(server);
        return new PageData(
                server.server(),
                server.command(),
                server.note(),
                server.remark(),
                causes(specification, server),
                server.started(),
                specification
                        .scenarios()
                        .map(scenario -> letter(played.get(scenario.id())))
                        .collect(Collectors.joining()),
                server.speed());
    }

    /**
     * The one to fix first comes first; for people, two of the same title are one. One whose waiting scenarios are all missing in
     * this specification is left out: the page could show nothing of it.
     */
    private static List<Cause> causes(Specification specification, Results server) {
        var numbers = new HashMap<String, Integer>();
        specification.scenarios().forEach(scenario -> numbers.put(scenario.id(), numbers.size()));
        Map<String, Cause> byTitle = new LinkedHashMap<>();
        server.causesToFix()
                .forEach(cause ->
                        byTitle.putIfAbsent(cause.title(), new Cause(cause.title(), cause.first(), new ArrayList<>())));
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

    static Details details(Specification specification, Results server, Messages language) {
        var played = byId(server);
        var stories = new LinkedHashMap<String, Story>();
        server.scenarios().stream()
                .filter(scenario -> server.started() && !"PN".contains(letter(scenario)))
                .forEach(scenario -> stories.put(scenario.id(), Story.of(scenario, language)));
        return new Details(
                server.output(),
                specification
                        .scenarios()
                        .map(scenario -> played.containsKey(scenario.id())
                                ? played.get(scenario.id()).milliseconds()
                                : -1L)
                        .toList(),
                stories);
    }

    static Map<String, Scenario> byId(Results server) {
        var byId = new HashMap<String, Scenario>();
        server.scenarios().forEach(scenario -> byId.put(scenario.id(), scenario));
        return byId;
    }

    /** {@code P} passed, {@code R} only in its own packets, {@code F} failed, {@code I} inconclusive, {@code N} not run, or a dot. */
    static String letter(@Nullable Scenario played) {
        if (played == null) {
            return ".";
        }
        return switch (played.status()) {
            case "passed" -> played.failsInAnotherFraming() ? "R" : "P";
            case "failed" -> "F";
            case "inconclusive" -> "I";
            default -> "N";
        };
    }
}
