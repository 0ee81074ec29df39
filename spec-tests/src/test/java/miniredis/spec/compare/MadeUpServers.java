package miniredis.spec.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import miniredis.spec.report.Results;
import miniredis.spec.report.Results.Cause;
import miniredis.spec.report.Results.Evidence;
import miniredis.spec.report.Results.Piece;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.report.Results.Speed;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Framing;
import org.jspecify.annotations.Nullable;

/** Results of servers that don't exist, the same for the same seed, for tests of the page. */
final class MadeUpServers {
    private static final List<SpecScenario> SCENARIOS = Specification.load()
            .scenarios()
            .filter(scenario -> scenario.step() <= 4)
            .toList();

    private static final String BYTE_BY_BYTE = "byte-by-byte";
    private static final double RECUT = 0.15;

    /** Bytes that a report shows, and the beginning of many. */
    static final int SHOWN = 600;

    private static final String LONG = "x".repeat(SHOWN) + "\u2026 (10,000 bytes)";

    /** A difference beyond them. */
    static final int FAR = 5000;

    /** The cause of all scenarios that fail only with each byte in its own packet. */
    static final String FRAMING_CAUSE = "different replies, or none, with " + Framing.BYTE_BY_BYTE.message();

    private MadeUpServers() {}

    static List<Results> many(int count) {
        var random = new Random(7);
        var servers = new ArrayList<Results>();
        for (int i = 0; i < count; i++) {
            double weakness = i % 4 == 0 ? 0 : random.nextDouble() * 0.4;
            servers.add(one("learner-%03d".formatted(i + 1), weakness, random));
        }
        return servers;
    }

    /**
     * @param weakness the part of the scenarios that it fails; more of the later ones. One that has any also passes some only in
     *     their own packets
     */
    static Results one(String name, double weakness, Random random) {
        var scenarios = new ArrayList<Scenario>();
        for (var scenario : SCENARIOS) {
            boolean fails = random.nextDouble() < weakness * scenario.step() / 2.5;
            boolean recut = !fails && weakness > 0 && scenario.step() > 1 && random.nextDouble() < RECUT;
            int milliseconds = random.nextInt(900);
            scenarios.add(
                    recut
                            ? onlyInItsOwnPackets(scenario, milliseconds)
                            : result(scenario, fails ? "failed" : "passed", milliseconds));
        }
        return with(name, scenarios);
    }

    static Results with(String name, List<Scenario> scenarios) {
        return new Results(
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

    /** A rule that is broken is a cause; so is the framing in which other replies came. */
    private static List<Cause> causes(List<Scenario> scenarios) {
        Map<String, List<Scenario>> byTitle = scenarios.stream()
                .filter(scenario -> !scenario.cause().isEmpty())
                .collect(Collectors.groupingBy(Scenario::cause, LinkedHashMap::new, Collectors.toList()));
        return byTitle.entrySet().stream()
                .map(cause -> cause(cause.getKey(), kind(cause.getKey()), cause.getValue()))
                .sorted(Comparator.comparing(cause -> cause.kind().equals("framing")))
                .toList();
    }

    private static String kind(String title) {
        return title.equals(FRAMING_CAUSE) ? "framing" : "broken-rule";
    }

    private static Cause cause(String title, String kind, List<Scenario> waiting) {
        return new Cause(title, kind, waiting.get(0).id(), waiting.size());
    }

    static Scenario result(SpecScenario scenario, String status, long milliseconds) {
        return status.equals("failed")
                ? failed(scenario, milliseconds, scenario.rule(), evidence(scenario))
                : scenario(scenario, status, milliseconds, "", Map.of(), null);
    }

    static Scenario failed(SpecScenario scenario, long milliseconds, String cause, @Nullable Evidence evidence) {
        return scenario(scenario, "failed", milliseconds, cause, Map.of(), evidence);
    }

    /** Passed, but not with each byte of its requests in its own packet. */
    static Scenario onlyInItsOwnPackets(SpecScenario scenario, long milliseconds) {
        var framing = new LinkedHashMap<String, String>();
        framing.put(BYTE_BY_BYTE, "failed");
        framing.put("one-packet", "passed");
        return scenario(
                scenario, "passed", milliseconds, FRAMING_CAUSE, framing, evidence("", "", 1, "$3\\r\\none\\r\\n"));
    }

    private static Scenario scenario(
            SpecScenario scenario,
            String status,
            long milliseconds,
            String cause,
            Map<String, String> framing,
            @Nullable Evidence evidence) {
        return new Scenario(
                scenario.id(),
                scenario.title(),
                scenario.step(),
                scenario.level().toString(),
                status,
                milliseconds,
                evidence == null ? "" : "%s  %s".formatted(status, scenario.id()),
                cause,
                framing,
                scenario.path(),
                scenario.line(),
                scenario.rule(),
                scenario.reference(),
                scenario.text(),
                evidence == null ? "" : "java -jar mini-redis-spec.jar run --scenario " + scenario.id(),
                evidence);
    }

    /** Some servers throw, and some go wrong only after a great many bytes. */
    private static Evidence evidence(SpecScenario scenario) {
        var step = scenario.text().lines().reduce((first, last) -> last).orElse("");
        return switch (scenario.line() % 4) {
            case 0 -> evidence(step, "IndexError: list index out of range, at parser.py:41", 1, "$3\\r\\none\\r\\n");
            case 1 -> evidence(step, "", FAR, LONG);
            case 2 -> evidence(step, "", SHOWN, LONG);
            default -> evidence(step, "", 1, "$3\\r\\none\\r\\n");
        };
    }

    static Evidence evidence(String step, String thrown, int differsAt, String received) {
        var sent = "*3\\r\\n$3\\r\\nSET\\r\\n$7\\r\\nsession\\r\\n$3\\r\\nAda\\r\\n";
        return new Evidence(
                step,
                sent,
                "the value \"one\\r\\ntwo\"",
                "$8\\r\\none\\r\\ntwo\\r\\n",
                received,
                differsAt,
                differsAt < received.length() ? received.substring(0, differsAt) : "",
                "the connection stayed open",
                thrown,
                "the reader stops at the first CRLF; read as many bytes as the length says",
                Map.of("a client", List.of(new Piece(">", sent, 130), new Piece("<", received, 990))));
    }

    static List<SpecScenario> specification() {
        return SCENARIOS;
    }
}
