package miniredis.spec.cli;

import java.util.Optional;
import miniredis.spec.execution.FeatureSource;
import miniredis.spec.specification.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which part of the specification is meant, down to a single scenario. */
final class SelectionOptions {
    @Mixin
    private ScopeOptions scope;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            completionCandidates = ScenarioIds.class,
            description = "Only this scenario, such as INCR-03; with its whole transcript.")
    private @Nullable String scenario;

    FeatureSource features() {
        return scope.features();
    }

    Selection selection() {
        return scope.selection(Optional.ofNullable(scenario));
    }
}
