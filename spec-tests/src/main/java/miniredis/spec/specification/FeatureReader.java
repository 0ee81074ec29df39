package miniredis.spec.specification;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.resource.Resource;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import miniredis.spec.i18n.Message;

/**
 * Reads one feature file into the specification's own terms, and reports all that is wrong with it. What a scenario says is taken
 * from its pickles: there Cucumber has put the background in front and the row's values in place, and every tag is inherited.
 */
final class FeatureReader {
    private static final String ID = "@[A-Z]+-\\d\\d";
    private static final String STEP = "@step\\d+";

    /** Place and message of a syntax error, as the parser of Gherkin reports it. */
    private static final Pattern SYNTAX_ERROR = Pattern.compile("\\((\\d+):\\d+\\): (.*)");

    private final String path;
    private final io.cucumber.core.gherkin.Feature parsed;
    private final Consumer<FeatureFault> faults;

    /** The rows of an outline, or the scenario alone, by the line of the scenario. */
    private final Map<Integer, List<Pickle>> pickles;

    private FeatureReader(String path, io.cucumber.core.gherkin.Feature parsed, Consumer<FeatureFault> faults) {
        this.path = path;
        this.parsed = parsed;
        this.faults = faults;
        this.pickles = parsed.getPickles().stream()
                .collect(Collectors.groupingBy(
                        pickle -> pickle.getScenarioLocation().getLine()));
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
        int step = step(feature.getTags());
        var area = feature.getTags().stream()
                .map(tag -> tag.getName().substring(1))
                .filter(Specification.AREAS::contains)
                .findFirst()
                .orElse("");
        var underNoRule = feature.getChildren().stream()
                .flatMap(child -> child.getScenario().stream())
                .flatMap(scenario -> scenarios(scenario, step, area, scenario.getName(), "").stream())
                .toList();
        var rules = new ArrayList<SpecRule>();
        if (!underNoRule.isEmpty()) {
            int line = feature.getLocation().getLine().intValue();
            rules.add(new SpecRule(feature.getName(), "", "", line, underNoRule));
        }
        feature.getChildren().stream()
                .flatMap(child -> child.getRule().stream())
                .map(rule -> rule(rule, step, area))
                .forEach(rules::add);
        var description = feature.getDescription().lines().map(String::strip).collect(Collectors.joining("\n"));
        return new SpecFeature(path, feature.getName(), description.strip(), step, rules, parsed);
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

    private SpecRule rule(Rule rule, int step, String area) {
        var lines = rule.getDescription().lines().map(String::strip).toList();
        var reference = lines.stream()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElse("");
        var explanation =
                lines.stream().filter(line -> !line.startsWith("http")).collect(Collectors.joining("\n"));
        requireNoStep(rule.getTags());
        var scenarios = rule.getChildren().stream()
                .flatMap(child -> child.getScenario().stream())
                .flatMap(scenario -> scenarios(scenario, step, area, rule.getName(), reference).stream())
                .toList();
        int line = rule.getLocation().getLine().intValue();
        return new SpecRule(rule.getName(), reference, explanation.strip(), line, scenarios);
    }

    private List<SpecScenario> scenarios(Scenario scenario, int step, String area, String rule, String reference) {
        requireNoStep(scenario.getTags());
        int line = scenario.getLocation().getLine().intValue();
        var ids = scenario.getTags().stream()
                .map(Tag::getName)
                .filter(tag -> tag.matches(ID))
                .distinct()
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
        var rows = pickles.getOrDefault(line, List.of());
        if (rows.isEmpty()) {
            fault(line, Message.of("fault.no-examples"));
        }
        boolean isOutline = !scenario.getExamples().isEmpty();
        var values = values(scenario);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new SpecScenario(
                        isOutline ? ids.get(0) + "." + (i + 1) : ids.get(0),
                        rows.get(i).getName(),
                        i < values.size() ? values.get(i) : Map.of(),
                        step,
                        area,
                        rows.get(i).getTags().contains("@alone"),
                        rows.get(i).getTags().contains("@exact") ? Level.EXACT : Level.PLAIN,
                        path,
                        rows.get(i).getLocation().getLine(),
                        rule,
                        reference,
                        ScenarioText.of(rows.get(i)),
                        rows.get(i)))
                .toList();
    }

    /** The values of each row, by the placeholder that stands for them. */
    private static List<Map<String, String>> values(Scenario scenario) {
        var values = new ArrayList<Map<String, String>>();
        for (var examples : scenario.getExamples()) {
            var names = examples.getTableHeader().map(TableRow::getCells).orElse(List.of());
            for (var row : examples.getTableBody()) {
                values.add(IntStream.range(0, names.size())
                        .boxed()
                        .collect(Collectors.toMap(
                                i -> names.get(i).getValue(),
                                i -> row.getCells().get(i).getValue(),
                                (one, same) -> one)));
            }
        }
        return values;
    }

    private void requireNoStep(List<Tag> tags) {
        tags.stream()
                .filter(tag -> tag.getName().matches(STEP))
                .forEach(tag -> fault(tag.getLocation().getLine(), Message.of("fault.step")));
    }
}
