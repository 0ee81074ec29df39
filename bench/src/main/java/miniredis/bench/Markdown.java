package miniredis.bench;

/** Results as sections to be put into a page. */
final class Markdown {
    private Markdown() {}

    static String of(Results results) {
        var text = new StringBuilder("Measured:\n\n");
        results.conditions()
                .forEach(line ->
                        text.append("- ").append(line.replace("|", "\\|")).append('\n'));
        for (var suite : results.suites()) {
            text.append("\n## %s\n\n%s\n\n".formatted(suite.title(), suite.question()));
            text.append("![%s](images/%s)\n\n".formatted(suite.title(), ReportFiles.chart(suite)));
            var table = SuiteTable.of(results, suite);
            text.append(miniredis.spec.report.Markdown.row(table.header()));
            text.append("|---|---|")
                    .append("---:|".repeat(table.header().size() - 2))
                    .append('\n');
            table.rows().forEach(row -> text.append(miniredis.spec.report.Markdown.row(row)));
            results.gaps().stream()
                    .filter(gap -> gap.suite().equals(suite.title()))
                    .forEach(gap -> text.append(
                            "\nNot measured: %s, %s: %s\n".formatted(gap.what(), gap.server(), gap.reason())));
        }
        return text.toString();
    }
}
