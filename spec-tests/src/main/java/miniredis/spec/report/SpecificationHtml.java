package miniredis.spec.report;

import static miniredis.spec.report.Html.escaped;
import static miniredis.spec.report.Html.prose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import miniredis.spec.report.Results.Scenario;
import miniredis.spec.specification.Level;
import miniredis.spec.specification.SpecFeature;
import miniredis.spec.specification.SpecRule;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.specification.Specification;
import miniredis.spec.verdict.Status;

/**
 * The specification as HTML: contents, parts, chapters, rules and examples, complete without a script. Every rule and every id
 * can be linked to. The book consists of this; the page of a comparison uses it as one of its views, and for all its text about
 * scenarios.
 */
final class SpecificationHtml {
    private static final Pattern KEYWORD = Pattern.compile("^(Given|When|Then|And|But) ");
    private static final Pattern DOC_STRING = Pattern.compile("^ +&quot;&quot;&quot;$");

    private final Map<Integer, List<SpecFeature>> parts;
    private final List<String> stepTitles;
    private final Map<String, Scenario> verdicts;
    private final String open;
    private final StringBuilder html = new StringBuilder();

    /**
     * @param stepTitles as {@link Specification#STEP_TITLES}
     * @param verdicts by id, to show beside the examples; may be empty
     * @param open whether the examples are written out from the beginning, or when the reader opens them
     */
    SpecificationHtml(
            Specification specification, List<String> stepTitles, Map<String, Scenario> verdicts, boolean open) {
        this.stepTitles = stepTitles;
        this.parts = specification.features().stream()
                .collect(Collectors.groupingBy(SpecFeature::step, LinkedHashMap::new, Collectors.toList()));
        this.verdicts = verdicts;
        this.open = open ? " open" : "";
    }

    String html() {
        html.append("<div class=\"book\"><nav class=\"toc\" aria-label=\"Contents\">\n");
        parts.forEach(this::addContents);
        html.append("</nav>\n<div class=\"chapters\">\n");
        parts.forEach(this::addPart);
        return html.append("</div></div>\n").toString();
    }

    private void addContents(int step, List<SpecFeature> features) {
        html.append(
                "<h2><a href=\"#step-%d\">%d %s</a></h2>\n<ol>\n".formatted(step, step, escaped(stepTitles.get(step))));
        for (var feature : features) {
            html.append("<li><a href=\"#%s\"><span>%s</span></a>\n<ul>"
                    .formatted(anchor(feature), escaped(feature.title())));
            feature.rules()
                    .forEach(rule -> html.append(
                            "<li><a href=\"#%s\">%s</a></li>\n".formatted(anchor(rule), escaped(rule.title()))));
            html.append("</ul></li>\n");
        }
        html.append("</ol>\n");
    }

    private void addPart(int step, List<SpecFeature> features) {
        var title = escaped(stepTitles.get(step));
        html.append("<section class=\"part\" id=\"step-%d\"><h2>%d. %s</h2>\n".formatted(step, step, title));
        features.forEach(this::addChapter);
        html.append("</section>\n");
    }

    private void addChapter(SpecFeature feature) {
        html.append("<article class=\"chapter\" id=\"%s\"><h3 tabindex=\"-1\">%s</h3>\n"
                .formatted(anchor(feature), escaped(feature.title())));
        html.append("<p class=\"lead\">%s</p>\n".formatted(prose(feature.description())));
        feature.rules().forEach(this::addRule);
        html.append("</article>\n");
    }

    private void addRule(SpecRule rule) {
        var address = anchor(rule);
        html.append("<section class=\"rule\" id=\"%s\"><h4><a href=\"#%s\">%s</a></h4>\n"
                .formatted(address, address, escaped(rule.title())));
        if (!rule.reference().isEmpty()) {
            var reference = escaped(rule.reference());
            html.append("<p class=\"reference\"><a href=\"%s\" rel=\"noreferrer\">%s</a></p>\n"
                    .formatted(reference, reference));
        }
        if (!rule.explanation().isEmpty()) {
            html.append("<p class=\"explanation\">%s</p>\n".formatted(prose(rule.explanation())));
        }
        html.append("<div class=\"examples\">\n");
        rule.scenarios().stream()
                .collect(Collectors.groupingBy(SpecScenario::outline, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::addOutline);
        html.append("</div></section>\n");
    }

    /** A scenario, or the rows of an outline below each other. */
    private void addOutline(String id, List<SpecScenario> rows) {
        var first = rows.get(0);
        boolean several = rows.size() > 1;
        html.append(several ? "<div id=\"%s\">".formatted(id) : "");
        rows.forEach(row -> addExample(row, first));
        html.append(several ? "</div>\n" : "");
    }

    private void addExample(SpecScenario scenario, SpecScenario firstRow) {
        var id = scenario.id();
        html.append("<details class=\"example\" id=\"%s\" data-at=\"%s:%d\"%s>"
                .formatted(id, scenario.path(), scenario.line(), open));
        html.append("<summary>%s<a class=\"id\" href=\"#%s\">%s</a> ".formatted(verdict(scenario), id, id));
        html.append("<span class=\"title\">%s</span>".formatted(prose(scenario.title())));
        if (scenario.level() == Level.EXACT) {
            html.append(" <span class=\"exact-tag\" title=\"needs byte-for-byte equality with Redis\">exact</span>");
        }
        html.append("</summary><pre class=\"steps\">");
        var lines = scenario.text().lines().toList();
        var before = firstRow.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            // Where paper is short, of the later rows of an outline only what differs is shown.
            boolean same = !scenario.equals(firstRow)
                    && lines.size() == before.size()
                    && lines.get(i).equals(before.get(i));
            html.append(same ? "<span class=\"same\">" : "<span>")
                    .append(line(lines.get(i)))
                    .append("\n</span>");
        }
        html.append("</pre></details>\n");
    }

    private static String line(String text) {
        var html = KEYWORD.matcher(escaped(text)).replaceFirst("<b>$1</b> ");
        return DOC_STRING.matcher(html).replaceFirst("<i>$0</i>");
    }

    private String verdict(SpecScenario scenario) {
        var played = verdicts.get(scenario.id());
        if (played == null) {
            return "";
        }
        var words = played.is(Status.PASSED) && played.failsInAnotherFraming()
                ? "passed, but not in other packets"
                : escaped(played.status());
        return "<i class=\"icon %s\" role=\"img\" aria-label=\"%s\"></i> ".formatted(PageData.letter(played), words);
    }

    /** An address stays the same when a title changes, and is the same in every language. */
    private static String anchor(SpecFeature feature) {
        return "chapter-"
                + feature.path()
                        .replaceFirst(".*features/", "")
                        .replace(".feature", "")
                        .replace('/', '-');
    }

    private static String anchor(SpecRule rule) {
        return "rule-" + rule.scenarios().get(0).outline();
    }
}
