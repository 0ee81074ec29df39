package miniredis.spec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Status;

/** The comparison in one row a server: for a terminal, and as Markdown. */
public final class ComparisonTable {
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_REASON = 100;
    private static final int LONGEST_CAUSE = 60;
    private static final int SHARED_CAUSES_PRINTED = 5;

    private final List<Results> servers;
    private final List<Integer> steps;

    public ComparisonTable(List<Results> servers) {
        this.servers = servers;
        this.steps = StepTally.steps(servers);
    }

    /** Aligned columns, the last with what to fix first; below them what most servers share. */
    public String forTerminal() {
        return rowsForTerminal() + sharedForTerminal();
    }

    private String rowsForTerminal() {
        var rows = new ArrayList<List<String>>();
        rows.add(header());
        servers.forEach(server -> rows.add(row(server)));
        var widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> pad(row.get(column), widths.get(column), column == 0))
                        .collect(Collectors.joining("   "))
                        .stripTrailing())
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
    }

    private String sharedForTerminal() {
        var shared = SharedCause.of(servers);
        if (shared.isEmpty()) {
            return "";
        }
        var lines = shared.stream()
                .limit(SHARED_CAUSES_PRINTED)
                .map(cause -> "  %4d servers   %s\n".formatted(cause.servers(), cause.title))
                .collect(Collectors.joining());
        int more = shared.size() - SHARED_CAUSES_PRINTED;
        return "\nWhat most servers share:\n" + lines + (more > 0 ? "  and %d more\n".formatted(more) : "");
    }

    public String forMarkdown() {
        var text = new StringBuilder("# Mini-Redis Spec: comparison\n\n");
        text.append(Markdown.header(header()));
        servers.forEach(server -> text.append(Markdown.row(row(server))));
        var remarks = servers.stream()
                .filter(server -> !server.note().isEmpty() || !server.remark().isEmpty())
                .map(server -> "- **%s**: %s\n"
                        .formatted(
                                Markdown.escaped(server.server()),
                                Markdown.escaped(Stream.of(server.note(), server.remark())
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining("; ")))))
                .collect(Collectors.joining());
        if (!remarks.isEmpty()) {
            text.append('\n').append(remarks);
        }
        text.append("""

                A cell says how many scenarios of the step passed; *exact* are those that only byte-for-byte equality \
                with Redis needs.
                """);
        var shared = SharedCause.of(servers);
        if (!shared.isEmpty()) {
            text.append("\n## What several servers share\n\n");
            text.append(Markdown.header(
                    List.of("what keeps scenarios from passing", "servers", "first to fix for", "scenarios")));
            shared.forEach(cause -> text.append(Markdown.row(List.of(
                    cause.title,
                    String.valueOf(cause.servers()),
                    String.valueOf(cause.firstToFix()),
                    String.valueOf(cause.scenarios())))));
        }
        return text.toString();
    }

    private List<String> header() {
        var cells = new ArrayList<>(List.of("server"));
        steps.forEach(step -> cells.add(step + " " + Specification.STEP_TITLES.get(step)));
        cells.add("all");
        cells.add("first to fix");
        return cells;
    }

    private List<String> row(Results server) {
        var cells = new ArrayList<>(List.of(server.server()));
        if (!server.started()) {
            steps.forEach(step -> cells.add("-"));
            cells.add("-");
            cells.add("not started: "
                    + shortened(server.remark().lines().findFirst().orElse(""), LONGEST_REASON));
            return cells;
        }
        for (int step : steps) {
            var exact = StepTally.of(server, step, Scenario::isExact).inNumbers();
            var plain =
                    StepTally.of(server, step, scenario -> !scenario.isExact()).inNumbers();
            cells.add(exact.isEmpty() ? plain : plain + " exact " + exact);
        }
        cells.add(server.count(Status.PASSED) + "/" + server.scenarios().size());
        cells.add(server.causesToFix().stream()
                .findFirst()
                .map(cause -> "%s: %s".formatted(cause.first(), shortened(cause.title(), LONGEST_CAUSE)))
                .orElse(""));
        return cells;
    }

    private static String pad(String text, int width, boolean left) {
        var shown = left ? shortened(text, LONGEST_NAME) : text;
        return shown + " ".repeat(Math.max(0, Math.min(width, left ? LONGEST_NAME : width) - shown.length()));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
