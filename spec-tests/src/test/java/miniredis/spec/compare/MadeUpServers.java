package miniredis.spec.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import miniredis.spec.report.ComparedServer;
import miniredis.spec.report.ComparedServer.Speed;
import miniredis.spec.report.ResultsJson.Cause;
import miniredis.spec.report.ResultsJson.Evidence;
import miniredis.spec.report.ResultsJson.Piece;
import miniredis.spec.report.ResultsJson.Scenario;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;

/** Results of servers that don't exist, the same for the same seed, for tests of the page. */
final class MadeUpServers {
    private static final List<SpecScenario> SCENARIOS = Specification.load()
            .scenarios()
            .filter(scenario -> scenario.step() <= 4)
            .toList();

    private MadeUpServers() {}

    static List<ComparedServer> many(int count) {
        var random = new Random(7);
        var servers = new ArrayList<ComparedServer>();
        for (int i = 0; i < count; i++) {
            double weakness = i % 4 == 0 ? 0 : random.nextDouble() * 0.4;
            servers.add(one("learner-%03d".formatted(i + 1), weakness, random));
        }
        return servers;
    }

    /** @param weakness the part of the scenarios that it fails; more of the later ones */
    static ComparedServer one(String name, double weakness, Random random) {
        var scenarios = new ArrayList<Scenario>();
        for (var scenario : SCENARIOS) {
            boolean fails = random.nextDouble() < weakness * scenario.step() / 2.5;
            scenarios.add(result(scenario, fails ? "failed" : "passed", random.nextInt(900)));
        }
        return with(name, scenarios);
    }

    static ComparedServer with(String name, List<Scenario> scenarios) {
        return new ComparedServer(
                name,
                "--command './%s --port {port}'".formatted(name),
                4,
                true,
                "",
                causes(scenarios),
                scenarios,
                "",
                true,
                "listening\nTraceback: something went wrong in " + name,
                List.of(new Speed("SET, pipelining 16", 40_000 + name.hashCode() % 9000, 0.4, 2.1, "")));
    }

    /** A rule that is broken is a cause. */
    private static List<Cause> causes(List<Scenario> scenarios) {
        var byRule = scenarios.stream()
                .filter(scenario -> scenario.status().equals("failed"))
                .collect(Collectors.groupingBy(Scenario::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream()
                .map(rule -> new Cause(
                        rule.getKey(),
                        "broken-rule",
                        rule.getValue().get(0).id(),
                        rule.getValue().size()))
                .toList();
    }

    static Scenario result(SpecScenario scenario, String status, long milliseconds) {
        boolean failed = status.equals("failed");
        return new Scenario(
                scenario.id(),
                scenario.title(),
                scenario.step(),
                scenario.level().toString(),
                status,
                milliseconds,
                failed
                        ? "FAILED  %s\n  again     java -jar mini-redis-spec.jar run --scenario %1$s"
                                .formatted(scenario.id())
                        : "",
                failed ? scenario.rule() : "",
                Map.of(),
                scenario.path(),
                scenario.line(),
                scenario.rule(),
                scenario.reference(),
                scenario.text(),
                failed ? "java -jar mini-redis-spec.jar run --scenario " + scenario.id() : "",
                failed ? evidence(scenario) : null);
    }

    private static Evidence evidence(SpecScenario scenario) {
        var sent = "*3\\r\\n$3\\r\\nSET\\r\\n$7\\r\\nsession\\r\\n$3\\r\\nAda\\r\\n";
        return new Evidence(
                scenario.text().lines().reduce((first, last) -> last).orElse(""),
                sent,
                "the value \"one\\r\\ntwo\"",
                "$8\\r\\none\\r\\ntwo\\r\\n",
                "$3\\r\\none\\r\\n",
                1,
                "$",
                "the connection stayed open",
                "",
                "the reader stops at the first CRLF; read as many bytes as the length says",
                Map.of("a client", List.of(new Piece(">", sent, 130), new Piece("<", "$3\\r\\none\\r\\n", 990))));
    }

    static List<SpecScenario> specification() {
        return SCENARIOS;
    }
}
