package miniredis.spec.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import miniredis.spec.report.ResultsJson.Evidence;
import miniredis.spec.report.ResultsJson.Scenario;
import miniredis.spec.specification.SpecFeature;
import miniredis.spec.specification.SpecRule;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import org.jspecify.annotations.Nullable;

/**
 * What index.html knows. The verdicts of a server are a text of one letter a scenario, so that hundreds of servers stay small;
 * what is behind them is in {@link Details}, one piece a server, which the page reads when somebody asks.
 */
record PageData(List<String> stepTitles, List<Feature> features, List<Server> servers) {

    record Feature(String path, String title, String description, int step, List<Rule> rules) {}

    record Rule(String title, String reference, String explanation, List<Example> scenarios) {}

    record Example(String id, String title, String level, int line, String text) {}

    /** @param verdicts a letter for each scenario of the specification, in order: see {@link #letter} */
    record Server(
            String name,
            String command,
            String note,
            String remark,
            List<PageCause> causes,
            boolean started,
            String verdicts,
            List<ComparedServer.Speed> speed) {}

    /**
     * What is behind the verdicts of one server.
     *
     * @param milliseconds for each scenario of the specification, in order; -1 where it was not played
     * @param stories by id, for what did not pass
     */
    record Details(String output, List<Long> milliseconds, Map<String, Story> stories) {}

    /**
     * Why a scenario did not pass, or not in every framing.
     *
     * @param message for a person, where there is no evidence; otherwise empty
     * @param cause the title of what keeps it from passing; empty where that is not its own fault
     * @param otherPackets how its requests were cut when other replies came, in words; the evidence of a scenario that passed is
     *     from the first of them
     * @param again the command that runs it again
     */
    record Story(
            String message,
            String cause,
            List<String> otherPackets,
            @Nullable Evidence evidence,
            String again) {
        static Story of(Scenario scenario, ComparedServer server) {
            return new Story(
                    scenario.evidence() == null ? scenario.message() : "",
                    scenario.cause(),
                    PageCause.failedFramings(scenario),
                    scenario.evidence(),
                    scenario.again());
        }
    }

    static PageData of(Specification specification, List<ComparedServer> servers) {
        var numbers = new HashMap<String, Integer>();
        specification.scenarios().forEach(scenario -> numbers.put(scenario.id(), numbers.size()));
        return new PageData(
                Specification.STEP_TITLES,
                specification.features().stream().map(PageData::feature).toList(),
                servers.stream()
                        .map(server -> server(specification, server, PageCause.of(server, numbers)))
                        .toList());
    }

    static Details details(Specification specification, ComparedServer server) {
        var played = byId(server);
        var stories = new LinkedHashMap<String, Story>();
        server.scenarios().stream()
                .filter(scenario -> server.started() && !"PN.".contains(letter(scenario)))
                .forEach(scenario -> stories.put(scenario.id(), Story.of(scenario, server)));
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

    private static Server server(Specification specification, ComparedServer server, List<PageCause> causes) {
        var played = byId(server);
        return new Server(
                server.server(),
                server.command(),
                server.note(),
                server.remark(),
                causes,
                server.started(),
                specification
                        .scenarios()
                        .map(scenario -> letter(played.get(scenario.id())))
                        .collect(Collectors.joining()),
                server.speed());
    }

    private static Map<String, Scenario> byId(ComparedServer server) {
        var byId = new HashMap<String, Scenario>();
        server.scenarios().forEach(scenario -> byId.put(scenario.id(), scenario));
        return byId;
    }

    private static String letter(@Nullable Scenario played) {
        if (played == null) {
            return ".";
        }
        return switch (played.status()) {
            case "passed" -> played.framing().containsValue("failed") ? "R" : "P";
            case "failed" -> "F";
            case "inconclusive" -> "I";
            default -> "N";
        };
    }

    private static Feature feature(SpecFeature feature) {
        return new Feature(
                feature.path(),
                feature.title(),
                feature.description(),
                feature.step(),
                feature.rules().stream().map(PageData::rule).toList());
    }

    private static Rule rule(SpecRule rule) {
        return new Rule(
                rule.title(),
                rule.reference(),
                rule.explanation(),
                rule.scenarios().stream().map(PageData::example).toList());
    }

    private static Example example(SpecScenario scenario) {
        return new Example(
                scenario.id(), scenario.title(), scenario.level().toString(), scenario.line(), scenario.text());
    }
}
