package miniredis.spec.book;

import static miniredis.spec.book.Html.anchor;
import static miniredis.spec.book.Html.escaped;
import static miniredis.spec.book.Html.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import miniredis.spec.report.ResultsJson;
import miniredis.spec.specification.Level;
import miniredis.spec.specification.SpecFeature;
import miniredis.spec.specification.SpecRule;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;

/** The page: a table of contents, then parts, chapters, rules and examples. Every rule and every id can be linked to. */
final class BookPage {
    private static final String HOW_TO_READ = """
            Each rule is one law of Redis, with the page of the Redis documentation that it comes from. Below it are examples; \
            each has a name for ever, such as INCR-03. What is marked `exact` only byte-for-byte equality with Redis asks for; all \
            else is what every client depends on. A text between quotes stands for its bytes: \\r \\n \\t \\0 \\\\ \\" and \\xHH for \
            those that are hard to see. In a block of bytes line ends do not count, and ¦ means that the sender pauses there. \
            Where an example has several rows, the first is written out, and of the others what differs.""";

    private final Specification specification;
    private final Optional<ResultsJson.Results> results;
    private final Map<String, String> statuses = new HashMap<>();
    private final StringBuilder html = new StringBuilder();

    BookPage(Specification specification, Optional<ResultsJson.Results> results) {
        this.specification = specification;
        this.results = results;
        results.ifPresent(run -> run.scenarios().forEach(scenario -> statuses.put(scenario.id(), scenario.status())));
    }

    String html(String style) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>Mini-Redis Spec</title>\n<style>\n").append(style).append("</style>\n</head>\n<body>\n");
        addFront();
        addContents();
        html.append("<main>\n");
        bySteps().forEach(this::addPart);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private Map<Integer, List<SpecFeature>> bySteps() {
        return specification.features().stream()
                .collect(Collectors.groupingBy(SpecFeature::step, LinkedHashMap::new, Collectors.toList()));
    }

    private void addFront() {
        html.append(
                "<header>\n<h1>Mini-Redis Spec</h1>\n<p class=\"lead\">What a small Redis does, in words and in bytes</p>\n");
        html.append("<p>").append(prose(HOW_TO_READ)).append("</p>\n");
        results.ifPresent(run -> html.append(
                "<p class=\"of\">Beside the examples: what became of them with <b>%s</b>, %d of %d passed.</p>\n"
                        .formatted(
                                escaped(run.server()),
                                statuses.values().stream()
                                        .filter("passed"::equals)
                                        .count(),
                                statuses.size())));
        html.append("</header>\n");
    }

    private void addContents() {
        html.append("<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n");
        bySteps().forEach((step, features) -> {
            html.append("<h3><a href=\"#step-%d\">%d %s</a></h3>\n<ol>\n"
                    .formatted(step, step, escaped(Specification.STEP_TITLES.get(step))));
            for (var feature : features) {
                html.append("<li><a href=\"#%s\">%s</a>\n<ul>\n"
                        .formatted(anchor("chapter", feature.title()), escaped(feature.title())));
                feature.rules()
                        .forEach(rule -> html.append("<li><a href=\"#%s\">%s</a></li>\n"
                                .formatted(anchor("rule", rule.title()), escaped(rule.title()))));
                html.append("</ul></li>\n");
            }
            html.append("</ol>\n");
        });
        html.append("</nav>\n");
    }

    private void addPart(int step, List<SpecFeature> features) {
        html.append("<h2 class=\"part\" id=\"step-%d\">%d. %s</h2>\n"
                .formatted(step, step, escaped(Specification.STEP_TITLES.get(step))));
        features.forEach(this::addChapter);
    }

    private void addChapter(SpecFeature feature) {
        html.append("<article>\n<h3 class=\"chapter\" id=\"%s\">%s</h3>\n"
                .formatted(anchor("chapter", feature.title()), escaped(feature.title())));
        html.append("<p class=\"lead\">").append(prose(feature.description())).append("</p>\n");
        feature.rules().forEach(this::addRule);
        html.append("</article>\n");
    }

    private void addRule(SpecRule rule) {
        var anchor = anchor("rule", rule.title());
        html.append("<section>\n<h4 id=\"%s\"><a href=\"#%s\">%s</a></h4>\n"
                .formatted(anchor, anchor, escaped(rule.title())));
        html.append("<p class=\"reference\"><a href=\"%s\">%s</a></p>\n"
                .formatted(escaped(rule.reference()), escaped(rule.reference())));
        if (!rule.explanation().isEmpty()) {
            html.append("<p>").append(prose(rule.explanation())).append("</p>\n");
        }
        var outlines = rule.scenarios().stream()
                .collect(Collectors.groupingBy(SpecScenario::outline, LinkedHashMap::new, Collectors.toList()));
        outlines.values().forEach(this::addExample);
        html.append("</section>\n");
    }

    /** A scenario; or an outline, whose first row is written out. */
    private void addExample(List<SpecScenario> rows) {
        var first = rows.get(0);
        html.append("<div class=\"example\" id=\"%s\">\n".formatted(first.outline()));
        addTitle(first, rows.size() > 1);
        html.append("<pre>").append(escaped(first.text())).append("</pre>\n");
        for (var row : rows.subList(1, rows.size())) {
            addTitle(row, true);
            html.append("<pre class=\"row\">")
                    .append(escaped(differing(first, row)))
                    .append("</pre>\n");
        }
        html.append("</div>\n");
    }

    private void addTitle(SpecScenario scenario, boolean isRow) {
        var status = statuses.get(scenario.id());
        html.append("<p class=\"title\"%s><a class=\"id\" href=\"#%s\">%s</a> %s%s%s</p>\n"
                .formatted(
                        isRow ? " id=\"" + scenario.id() + "\"" : "",
                        scenario.id(),
                        scenario.id(),
                        prose(scenario.title()),
                        scenario.level() == Level.EXACT ? " <small>exact</small>" : "",
                        status == null ? "" : " <span class=\"%s\">%s</span>".formatted(status, status)));
    }

    /** The lines of a row that are not as in the first one; all, where it has another number of lines. */
    private static String differing(SpecScenario first, SpecScenario row) {
        var before = first.text().lines().toList();
        var lines = row.text().lines().toList();
        if (before.size() != lines.size()) {
            return row.text();
        }
        var differing = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(before.get(i))) {
                differing.add(lines.get(i));
            }
        }
        return String.join("\n", differing);
    }
}
