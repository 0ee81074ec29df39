package miniredis.spec.cli;

import java.util.Optional;
import java.util.OptionalInt;
import miniredis.spec.specification.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of the specification is meant. */
final class SelectionOptions {
    @Option(names = "--step", paramLabel = "N", description = "Only steps 1 to N (default: 4).")
    private @Nullable Integer step;

    @Option(
            names = "--area",
            paramLabel = "NAME",
            description = "Only this area of step 5: clients, keys, set-options, metrics, pubsub or transactions.")
    private @Nullable String area;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            completionCandidates = ScenarioIds.class,
            description = "Only this scenario, such as INCR-03; with its whole transcript.")
    private @Nullable String scenario;

    @Option(
            names = "--strict",
            description = "Also what only byte-for-byte equality with Redis 7.0 and later needs (@exact).")
    private boolean strict;

    Selection selection() {
        return new Selection(
                step == null ? OptionalInt.empty() : OptionalInt.of(step),
                Optional.ofNullable(area),
                Optional.ofNullable(scenario),
                strict);
    }
}
