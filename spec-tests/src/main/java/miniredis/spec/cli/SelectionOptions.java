package miniredis.spec.cli;

import java.util.List;
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
            description =
                    "Only this scenario, such as INCR-03; with its whole transcript. Several: say it again, or INCR-*.")
    private @Nullable List<String> scenarios;

    FeatureSource features() {
        return scope.features();
    }

    Selection selection() {
        return scope.selection(Optional.ofNullable(scenarios).map(ids -> String.join(",", ids)));
    }
}
