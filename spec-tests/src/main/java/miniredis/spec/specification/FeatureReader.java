package miniredis.spec.specification;

import static java.util.Objects.requireNonNull;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.resource.Resource;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads one feature file into the specification's own terms. */
final class FeatureReader {
    private static final String ID = "@[A-Z]+-\\d\\d";

    private static final String ALONE = "@alone";

    private final String path;
    private final io.cucumber.core.gherkin.Feature parsed;
    private final Map<Integer, Pickle> pickles = new HashMap<>();

    private String area = "";

    private FeatureReader(String path, io.cucumber.core.gherkin.Feature parsed) {
        this.path = path;
        this.parsed = parsed;
        parsed.getPickles().forEach(pickle -> pickles.put(pickle.getLocation().getLine(), pickle));
    }

    /** @throws IllegalArgumentException when it is no feature, or not of the form features/README.md describes */
    static SpecFeature read(String path, byte[] text) {
        try {
            var parsed = new FeatureParser(UUID::randomUUID)
                    .parseResource(new FeatureFile(URI.create("classpath:" + path), text))
                    .orElseThrow(() -> new IllegalArgumentException(path + " has no Feature."));
            return StreamSupport.stream(parsed.getParseEvents().spliterator(), false)
                    .map(Envelope.class::cast)
                    .flatMap(envelope -> envelope.getGherkinDocument().stream())
                    .flatMap(document -> document.getFeature().stream())
                    .map(new FeatureReader(path, parsed)::feature)
                    .findFirst()
                    .orElseThrow();
        } catch (FeatureParserException broken) {
            throw new IllegalArgumentException(path + ": " + broken.getMessage(), broken);
        }
    }

    private record FeatureFile(URI uri, byte[] text) implements Resource {
        @Override
        public URI getUri() {
            return uri;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text);
        }
    }

    private SpecFeature feature(Feature feature) {
        var tags = names(feature.getTags());
        int step = tags.stream()
                .filter(tag -> tag.matches("@step[1-5]"))
                .mapToInt(tag -> tag.charAt(5) - '0')
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " has no step tag (@step1 to @step5)."));
        area = tags.stream()
                .map(tag -> tag.substring(1))
                .filter(Specification.AREAS::contains)
                .findFirst()
                .orElse("");
        var rules = feature.getChildren().stream()
                .flatMap(child -> child.getRule().stream())
                .map(rule -> rule(rule, step, tags))
                .toList();
        return new SpecFeature(path, feature.getName(), paragraph(feature.getDescription()), step, rules, parsed);
    }

    private SpecRule rule(Rule rule, int step, Set<String> inherited) {
        var lines = rule.getDescription().lines().map(String::strip).toList();
        var reference = lines.stream()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElse("");
        var explanation =
                lines.stream().filter(line -> !line.startsWith("http")).collect(Collectors.joining("\n"));
        var tags = union(inherited, rule.getTags());
        var scenarios = rule.getChildren().stream()
                .flatMap(child -> child.getScenario().stream())
                .flatMap(scenario -> scenarios(scenario, step, tags, rule.getName(), reference).stream())
                .toList();
        return new SpecRule(
                rule.getName(),
                reference,
                explanation.strip(),
                rule.getLocation().getLine().intValue(),
                scenarios);
    }

    private List<SpecScenario> scenarios(
            Scenario scenario, int step, Set<String> inherited, String rule, String reference) {
        var tags = union(inherited, scenario.getTags());
        String id = tags.stream()
                .filter(tag -> tag.matches(ID))
                .map(tag -> tag.substring(1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s:%d has no id tag such as @INCR-03."
                        .formatted(path, scenario.getLocation().getLine())));
        if (scenario.getExamples().isEmpty()) {
            return List.of(new SpecScenario(
                    id,
                    scenario.getName(),
                    step,
                    area,
                    tags.contains(ALONE),
                    level(tags),
                    path,
                    scenario.getLocation().getLine().intValue(),
                    rule,
                    reference,
                    text(scenario),
                    pickle(scenario.getLocation().getLine())));
        }
        var rows = new ArrayList<SpecScenario>();
        for (var examples : scenario.getExamples()) {
            var level = level(union(tags, examples.getTags()));
            for (var row : examples.getTableBody()) {
                rows.add(new SpecScenario(
                        id + "." + (rows.size() + 1),
                        filledIn(scenario.getName(), examples, row),
                        step,
                        area,
                        tags.contains(ALONE),
                        level,
                        path,
                        row.getLocation().getLine().intValue(),
                        rule,
                        reference,
                        filledIn(text(scenario), examples, row),
                        pickle(row.getLocation().getLine())));
            }
        }
        return rows;
    }

    private Pickle pickle(Number line) {
        return requireNonNull(pickles.get(line.intValue()), "each scenario is a pickle");
    }

    private static Level level(Set<String> tags) {
        return tags.contains("@exact") ? Level.EXACT : Level.PLAIN;
    }

    private static String filledIn(String template, Examples examples, TableRow row) {
        var names = examples.getTableHeader().orElseThrow().getCells();
        String text = template;
        for (int i = 0; i < names.size(); i++) {
            String value = row.getCells().get(i).getValue();
            text = text.replace("<" + names.get(i).getValue() + ">", value.replace("\n", "\\n"));
        }
        return text;
    }

    private static String text(Scenario scenario) {
        return scenario.getSteps().stream().map(FeatureReader::text).collect(Collectors.joining("\n"));
    }

    private static String text(Step step) {
        var text = new StringBuilder(step.getKeyword()).append(step.getText());
        step.getDocString()
                .ifPresent(block -> text.append("\n  \"\"\"\n")
                        .append(block.getContent().indent(2))
                        .append("  \"\"\""));
        step.getDataTable()
                .ifPresent(table -> table.getRows()
                        .forEach(row -> text.append("\n  | ")
                                .append(row.getCells().stream()
                                        .map(TableCell::getValue)
                                        .collect(Collectors.joining(" | ")))
                                .append(" |")));
        return text.toString();
    }

    private static String paragraph(String description) {
        return description
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static Set<String> union(Set<String> inherited, List<Tag> tags) {
        var all = new HashSet<>(inherited);
        all.addAll(names(tags));
        return all;
    }

    private static Set<String> names(List<Tag> tags) {
        return tags.stream().map(Tag::getName).collect(Collectors.toSet());
    }
}
