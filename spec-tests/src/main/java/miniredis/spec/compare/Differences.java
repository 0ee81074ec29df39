package miniredis.spec.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import miniredis.spec.report.ComparedServer;
import miniredis.spec.report.ResultsJson.Scenario;

/** What each server of a comparison does otherwise than the specification says, as Markdown: a law, its examples, and what came. */
public final class Differences {
    private static final int LONGEST = 200;

    private final StringBuilder text = new StringBuilder();

    private Differences() {}

    /**
     * @param report the report folder of a comparison, or of a run
     * @throws IOException when there are no results in it
     */
    public static String of(Path report) throws IOException {
        var servers = ComparisonFolder.read(report);
        var page = new Differences();
        page.addTotals(servers);
        servers.stream().filter(server -> server.started() && !server.passed()).forEach(page::addServer);
        return page.text.toString();
    }

    private void addTotals(List<ComparedServer> servers) {
        text.append("| server | passes | does otherwise |\n| --- | --- | --- |\n");
        for (var server : servers) {
            text.append("| %s | %d of %d | %s |\n"
                    .formatted(
                            server.server(),
                            server.count("passed"),
                            server.scenarios().size(),
                            server.started() ? otherwise(server) : "could not be started"));
        }
    }

    private static String otherwise(ComparedServer server) {
        int count = failed(server).size();
        return count == 0 ? "nothing" : String.valueOf(count);
    }

    private static List<Scenario> failed(ComparedServer server) {
        return server.scenarios().stream()
                .filter(scenario -> scenario.status().equals("failed"))
                .toList();
    }

    private void addServer(ComparedServer server) {
        text.append("\n## ").append(server.server()).append('\n');
        Map<String, List<Scenario>> byRule = new LinkedHashMap<>();
        failed(server)
                .forEach(scenario -> byRule.computeIfAbsent(scenario.rule(), rule -> new ArrayList<>())
                        .add(scenario));
        byRule.forEach((rule, scenarios) -> {
            text.append("\n**").append(rule).append("**\n\n");
            scenarios.forEach(this::addScenario);
        });
    }

    private void addScenario(Scenario scenario) {
        text.append("- %s, %s%s"
                .formatted(scenario.id(), scenario.title(), scenario.level().equals("exact") ? " (exact)" : ""));
        var evidence = scenario.evidence();
        if (evidence == null) {
            text.append(": ").append(scenario.cause()).append('\n');
            return;
        }
        var expected = evidence.expectedBytes().isEmpty() ? evidence.expected() : code(evidence.expectedBytes());
        var received =
                evidence.received().isEmpty() ? "nothing; " + firstLine(evidence.then()) : code(evidence.received());
        text.append(": %s; expected %s, received %s\n".formatted(code(evidence.sent()), expected, received));
    }

    private static String firstLine(String lines) {
        return lines.lines().findFirst().orElse("");
    }

    /** Keys have a random beginning, which would make another page of each run. */
    private static String code(String bytes) {
        var stable = bytes.replaceAll("(?:(?<![A-Za-z0-9])|(?<=\\\\n))[a-z0-9]{6}:", "");
        var shown = stable.length() <= LONGEST ? stable : stable.substring(0, LONGEST) + "…";
        // A backquote may be the very difference.
        var fence = "`";
        while (shown.contains(fence)) {
            fence += "`";
        }
        return fence.length() == 1 ? fence + shown + fence : fence + " " + shown + " " + fence;
    }
}
