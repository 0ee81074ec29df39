package miniredis.spec.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import miniredis.spec.report.Markdown;
import miniredis.spec.report.Results;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.report.ResultsJson;
import miniredis.spec.verdict.Status;

/** Where each server of a comparison differs from the specification, as Markdown: a law, its examples, and what came. */
public final class Differences {
    private static final int LONGEST = 200;

    private final StringBuilder text = new StringBuilder();

    private Differences() {}

    /**
     * @param report the report folder of a comparison, or of a run
     * @throws IOException when there are no results in it
     */
    public static String of(Path report) throws IOException {
        var servers = ResultsJson.read(report);
        var page = new Differences();
        page.addTotals(servers);
        servers.stream().filter(server -> server.started() && !server.passed()).forEach(page::addServer);
        return page.text.toString();
    }

    private void addTotals(List<Results> servers) {
        text.append(Markdown.header(List.of("server", "passes", "does otherwise")));
        for (var server : servers) {
            text.append(Markdown.row(List.of(
                    server.server(),
                    "%d of %d"
                            .formatted(
                                    server.count(Status.PASSED),
                                    server.scenarios().size()),
                    server.started() ? otherwise(server) : "could not be started")));
        }
    }

    private static String otherwise(Results server) {
        long count = server.count(Status.FAILED);
        return count == 0 ? "nothing" : String.valueOf(count);
    }

    private void addServer(Results server) {
        text.append("\n## ").append(server.server()).append('\n');
        Map<String, List<Scenario>> byRule = new LinkedHashMap<>();
        server.scenarios().stream()
                .filter(scenario -> scenario.is(Status.FAILED))
                .forEach(scenario -> byRule.computeIfAbsent(scenario.rule(), rule -> new ArrayList<>())
                        .add(scenario));
        byRule.forEach((rule, scenarios) -> {
            text.append("\n**").append(rule).append("**\n\n");
            scenarios.forEach(this::addScenario);
        });
    }

    private void addScenario(Scenario scenario) {
        text.append("- %s, %s%s".formatted(scenario.id(), scenario.title(), scenario.isExact() ? " (exact)" : ""));
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

    /** Keys have a random prefix, which would make the page of each run differ. */
    private static String code(String bytes) {
        var stable = bytes.replaceAll("(?:(?<![A-Za-z0-9])|(?<=\\\\n))[a-z0-9]{6}:", "");
        var shown = stable.length() <= LONGEST ? stable : stable.substring(0, LONGEST) + "…";
        // The difference may be a backquote.
        var fence = "`";
        while (shown.contains(fence)) {
            fence += "`";
        }
        return fence.length() == 1 ? fence + shown + fence : fence + " " + shown + " " + fence;
    }
}
