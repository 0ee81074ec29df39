package miniredis.spec.cucumber;

import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.specification.FeatureFault;
import miniredis.spec.specification.SpecFeature;
import miniredis.spec.specification.SpecScenario;

/** Whether each step of these features is one phrase, with the table or the block of bytes that belongs to it. */
public final class PhraseCheck {
    /** As Cucumber's own message lists them. */
    private static final Pattern FITTING = Pattern.compile("(?m)^\\s+\"(.*)\" in ");

    public List<FeatureFault> faultsIn(List<SpecFeature> features) {
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
        return DryRun.ready().stepsOf(scenario).stream()
                .flatMap(step -> fault(step).map(what -> new FeatureFault(scenario.path(), step.line(), what)).stream())
                .toList();
    }

    private static Optional<Message> fault(DryRun.Step step) {
        if (step.result().getStatus() == Status.AMBIGUOUS) {
            return Optional.of(Message.of("fault.ambiguous", step.text(), fitting(step)));
        }
        return step.hasPhrase() ? faultBelow(step) : Optional.of(Message.of("fault.unknown-phrase", step.text()));
    }

    private static String fitting(DryRun.Step step) {
        return FITTING.matcher(String.valueOf(step.result().getError().getMessage()))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.joining("; "));
    }

    /** A phrase that ends with a colon has something below it: the others have not. */
    private static Optional<Message> faultBelow(DryRun.Step step) {
        var below = step.matched().getStep().getArgument();
        var table = step.table();
        if (!step.matched().getPattern().endsWith(":")) {
            return below == null ? Optional.empty() : Optional.of(Message.of("fault.nothing-below", step.text()));
        }
        if (takesTable(step)) {
            boolean isList = !table.isEmpty() && table.stream().allMatch(row -> row.size() == 1);
            return isList ? Optional.empty() : Optional.of(Message.of("fault.needs-table", step.text()));
        }
        return below instanceof DocStringArgument
                ? Optional.empty()
                : Optional.of(Message.of("fault.needs-block", step.text()));
    }

    private static boolean takesTable(DryRun.Step step) {
        return step.matched().getCodeLocation().contains("java.util.List");
    }
}
