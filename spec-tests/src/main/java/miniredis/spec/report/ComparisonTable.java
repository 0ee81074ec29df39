package miniredis.spec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import miniredis.spec.specification.Specification;

/** The comparison in one row a server: for a terminal, and as Markdown. */
public final class ComparisonTable {
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_REASON = 100;
    private static final int LONGEST_CAUSE = 60;
    private static final int SHARED_CAUSES_PRINTED = 5;

    private final List<ComparedServer> servers;
    private final List<Integer> steps;

    public ComparisonTable(List<ComparedServer> servers) {
        this.servers = servers;
        this.steps = StepTally.steps(servers);
    }

    /** Columns by width, what to fix first last; under them what most servers share. */
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
                .map(cause -> "  %4d servers   %s\n".formatted(cause.servers(), cause.title()))
                .collect(Collectors.joining());
        int more = shared.size() - SHARED_CAUSES_PRINTED;
        return "\nWhat most servers share:\n" + lines + (more > 0 ? "  and %d more\n".formatted(more) : "");
    }

    public String forMarkdown() {
        var text = new StringBuilder("# Mini-Redis Spec: comparison\n\n");
        text.append(line(header()))
                .append('|')
                .append(" --- |".repeat(header().size()))
                .append('\n');
        servers.forEach(server -> text.append(
                line(row(server).stream().map(ComparisonTable::escaped).toList())));
        var remarks = servers.stream()
                .filter(server -> !server.note().isEmpty() || !server.remark().isEmpty())
                .map(server -> "- **%s**: %s\n"
                        .formatted(
                                escaped(server.server()),
                                escaped(Stream.of(server.note(), server.remark())
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining("; ")))))
                .collect(Collectors.joining());
        if (!remarks.isEmpty()) {
            text.append('\n').append(remarks);
        }
        text.append(
                        "\nA cell says how many scenarios of the step passed; *exact* are those that only byte-for-byte equality")
                .append(" with Redis needs.\n");
        text.append(sharedForMarkdown());
        return text.toString();
    }

    private String sharedForMarkdown() {
        var shared = SharedCause.of(servers);
        if (shared.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("\n## What several servers share\n\n");
        text.append(line(List.of("what keeps scenarios from passing", "servers", "first to fix for", "scenarios")));
        text.append("| --- | --- | --- | --- |\n");
        shared.forEach(cause -> text.append(line(List.of(
                escaped(cause.title()),
                String.valueOf(cause.servers()),
                String.valueOf(cause.firstToFix()),
                String.valueOf(cause.scenarios())))));
        return text.toString();
    }

    private List<String> header() {
        var cells = new ArrayList<>(List.of("server"));
        steps.forEach(step -> cells.add(step + " " + Specification.STEP_TITLES.get(step)));
        cells.add("all");
        cells.add("first to fix");
        return cells;
    }

    private List<String> row(ComparedServer server) {
        var cells = new ArrayList<>(List.of(server.server()));
        if (!server.started()) {
            steps.forEach(step -> cells.add("-"));
            cells.add("-");
            cells.add("not started: "
                    + shortened(server.remark().lines().findFirst().orElse(""), LONGEST_REASON));
            return cells;
        }
        for (int step : steps) {
            var exact = StepTally.of(server, step, "exact").inNumbers();
            var plain = StepTally.of(server, step, "plain").inNumbers();
            cells.add(exact.isEmpty() ? plain : plain + " exact " + exact);
        }
        cells.add(server.count("passed") + "/" + server.scenarios().size());
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

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Names come from people: none of them may end a cell or become a tag. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\|*_`\\[\\]<])", "\\\\$1").replaceAll("\\R", " ");
    }
}
