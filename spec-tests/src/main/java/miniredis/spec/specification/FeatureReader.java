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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import miniredis.spec.i18n.Message;

/** Reads one feature file into the specification's own terms, and tells of all that is wrong with it. */
final class FeatureReader {
    private static final String ID = "@[A-Z]+-\\d\\d";
    private static final String STEP = "@step\\d+";

    /** Where the parser of Gherkin says that it found something else than it expected. */
    private static final Pattern SYNTAX_ERROR = Pattern.compile("\\((\\d+):\\d+\\): (.*)");

    private static final String ALONE = "@alone";

    private final String path;
    private final io.cucumber.core.gherkin.Feature parsed;
    private final Consumer<FeatureFault> faults;
    private final Map<Integer, Pickle> pickles = new HashMap<>();

    private String area = "";

    /** The steps with which each scenario of the feature, or of the rule, begins. */
    private final Deque<String> backgrounds = new ArrayDeque<>();

    private FeatureReader(String path, io.cucumber.core.gherkin.Feature parsed, Consumer<FeatureFault> faults) {
        this.path = path;
        this.parsed = parsed;
        this.faults = faults;
        parsed.getPickles().forEach(pickle -> pickles.put(pickle.getLocation().getLine(), pickle));
    }

    /**
     * Reads what can be read: a scenario with a fault is left out.
     *
     * @param faults takes what keeps it from being a feature as features/README.md describes it
     */
    static Optional<SpecFeature> read(String path, URI uri, byte[] text, Consumer<FeatureFault> faults) {
        try {
            var parsed = new FeatureParser(UUID::randomUUID).parseResource(new FeatureFile(uri, text));
            if (parsed.isEmpty()) {
                faults.accept(new FeatureFault(path, 1, Message.of("fault.no-feature")));
            }
            return parsed.flatMap(
                    feature -> StreamSupport.stream(feature.getParseEvents().spliterator(), false)
                            .map(Envelope.class::cast)
                            .flatMap(envelope -> envelope.getGherkinDocument().stream())
                            .flatMap(document -> document.getFeature().stream())
                            .map(new FeatureReader(path, feature, faults)::feature)
                            .findFirst());
        } catch (FeatureParserException broken) {
            var found = SYNTAX_ERROR.matcher(String.valueOf(broken.getMessage()));
            while (found.find()) {
                faults.accept(new FeatureFault(
                        path, Integer.parseInt(found.group(1)), Message.of("fault.syntax", inShort(found.group(2)))));
            }
            return Optional.empty();
        }
    }

    /** Without the list of all that the parser would have taken instead. */
    private static String inShort(String syntaxError) {
        return syntaxError
                .replaceFirst("^expected: .*?, got (?=')", "")
                .replaceFirst("^(unexpected end of file), .*", "$1");
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
        int step = step(feature.getTags());
        area = tags.stream()
                .map(tag -> tag.substring(1))
                .filter(Specification.AREAS::contains)
                .findFirst()
                .orElse("");
        feature.getChildren().stream()
                .flatMap(child -> child.getBackground().stream())
                .forEach(background -> backgrounds.push(text(background.getSteps())));
        var underNoRule = feature.getChildren().stream()
                .flatMap(child -> child.getScenario().stream())
                .flatMap(scenario -> scenarios(scenario, step, tags, scenario.getName(), "").stream())
                .toList();
        var rules = new ArrayList<SpecRule>();
        if (!underNoRule.isEmpty()) {
            int line = feature.getLocation().getLine().intValue();
            rules.add(new SpecRule(feature.getName(), "", "", line, underNoRule));
        }
        feature.getChildren().stream()
                .flatMap(child -> child.getRule().stream())
                .map(rule -> rule(rule, step, tags))
                .forEach(rules::add);
        return new SpecFeature(path, feature.getName(), paragraph(feature.getDescription()), step, rules, parsed);
    }

    private int step(List<Tag> tags) {
        var found = tags.stream().filter(tag -> tag.getName().matches(STEP)).toList();
        if (found.isEmpty()) {
            return Specification.OWN_STEP;
        }
        if (found.size() > 1 || !found.get(0).getName().matches("@step[1-5]")) {
            fault(found.get(0).getLocation().getLine(), Message.of("fault.step"));
        }
        return found.get(0).getName().charAt("@step".length()) - '0';
    }

    private void fault(Number line, Message what) {
        faults.accept(new FeatureFault(path, line.intValue(), what));
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
        requireNoStep(rule.getTags());
        var background = rule.getChildren().stream()
                .flatMap(child -> child.getBackground().stream())
                .map(own -> text(own.getSteps()))
                .findFirst();
        background.ifPresent(backgrounds::addLast);
        var scenarios = rule.getChildren().stream()
                .flatMap(child -> child.getScenario().stream())
                .flatMap(scenario -> scenarios(scenario, step, tags, rule.getName(), reference).stream())
                .toList();
        background.ifPresent(over -> backgrounds.removeLast());
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
        requireNoStep(scenario.getTags());
        int line = scenario.getLocation().getLine().intValue();
        var ids = names(scenario.getTags()).stream()
                .filter(tag -> tag.matches(ID))
                .map(tag -> tag.substring(1))
                .toList();
        if (ids.size() != 1) {
            fault(line, Message.of(ids.isEmpty() ? "fault.no-id" : "fault.two-ids"));
            return List.of();
        }
        if (scenario.getSteps().isEmpty()) {
            fault(line, Message.of("fault.no-steps"));
            return List.of();
        }
        String id = ids.get(0);
        if (scenario.getExamples().isEmpty()) {
            return List.of(new SpecScenario(
                    id,
                    scenario.getName(),
                    step,
                    area,
                    tags.contains(ALONE),
                    level(tags),
                    path,
                    line,
                    rule,
                    reference,
                    text(scenario),
                    pickle(line)));
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
        if (rows.isEmpty()) {
            fault(line, Message.of("fault.no-examples"));
        }
        return rows;
    }

    private void requireNoStep(List<Tag> tags) {
        tags.stream()
                .filter(tag -> tag.getName().matches(STEP))
                .forEach(tag -> fault(tag.getLocation().getLine(), Message.of("fault.step")));
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

    private String text(Scenario scenario) {
        return Stream.concat(backgrounds.stream(), Stream.of(text(scenario.getSteps())))
                .collect(Collectors.joining("\n"));
    }

    private static String text(List<Step> steps) {
        return steps.stream().map(FeatureReader::text).collect(Collectors.joining("\n"));
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
