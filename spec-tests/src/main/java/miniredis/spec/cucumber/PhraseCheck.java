package miniredis.spec.cucumber;

import io.cucumber.core.gherkin.Argument;
import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.DocStringArgument;
import io.cucumber.core.gherkin.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.FeatureFault;
import miniredis.spec.specification.SpecFeature;
import miniredis.spec.specification.SpecScenario;
import miniredis.spec.steps.Phrases;
import org.jspecify.annotations.Nullable;

/** Whether each step of these features is one phrase, with the table or the block of bytes that belongs to it. */
public final class PhraseCheck {
    private PhraseCheck() {}

    /** Those of each line, in reading order. */
    public static List<FeatureFault> faultsIn(List<SpecFeature> features) {
        var faults = new ArrayList<FeatureFault>();
        features.stream()
                .flatMap(feature -> feature.rules().stream())
                .flatMap(rule -> rule.scenarios().stream())
                .forEach(scenario -> faults.addAll(faultsIn(scenario)));
        // The rows of an outline, and the scenarios with one background, share their lines.
        var lines = new HashSet<String>();
        faults.removeIf(fault -> !lines.add(fault.path() + ":" + fault.line()));
        return faults;
    }

    private static List<FeatureFault> faultsIn(SpecScenario scenario) {
        return scenario.pickle().getSteps().stream()
                .flatMap(step ->
                        fault(step).map(what -> new FeatureFault(scenario.path(), step.getLine(), what)).stream())
                .toList();
    }

    private static Optional<Message> fault(Step step) {
        var matches = Phrases.matches(step.getText()).toList();
        if (matches.isEmpty()) {
            return Optional.of(Message.of("fault.unknown-phrase", step.getText()));
        }
        if (matches.size() > 1) {
            var fitting = matches.stream().map(Phrases.Match::phrase).collect(Collectors.joining("; "));
            return Optional.of(Message.of("fault.ambiguous", step.getText(), fitting));
        }
        return faultBelow(matches.get(0), step.getArgument()).map(key -> Message.of(key, step.getText()));
    }

    /** A phrase that ends with a colon has something below it; no other has. */
    private static Optional<String> faultBelow(Phrases.Match match, @Nullable Argument below) {
        if (!match.phrase().endsWith(":")) {
            return below == null ? Optional.empty() : Optional.of("fault.nothing-below");
        }
        if (match.takesTable()) {
            boolean isList = below instanceof DataTableArgument table
                    && !table.cells().isEmpty()
                    && table.cells().stream().allMatch(row -> row.size() == 1);
            return isList ? Optional.empty() : Optional.of("fault.needs-table");
        }
        return below instanceof DocStringArgument ? Optional.empty() : Optional.of("fault.needs-block");
    }
}
