package miniredis.spec.cli;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import miniredis.spec.execution.FeatureSource;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;
import miniredis.spec.specification.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much of the specification is meant: up to which step, which area, how exactly. */
final class ScopeOptions {
    @Option(names = "--step", paramLabel = "N", description = "Only steps 1 to N (default: 4).")
    private @Nullable Integer step;

    @Option(
            names = "--area",
            paramLabel = "NAME",
            description = "Only this area of step 5: clients, keys, set-options, metrics, pubsub or transactions.")
    private @Nullable String area;

    @Option(
            names = "--strict",
            description = "Also the scenarios that require byte-for-byte equality with Redis 7.0 and later (@exact).")
    private boolean strict;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Seed of the random commands: a number, or 'random'. The report names it (default: ${DEFAULT-VALUE}).")
    private String seed = Long.toString(Selection.SEED);

    @Mixin
    private FeatureOptions features;

    FeatureSource features() {
        return features.source();
    }

    /** @param scenario the id of the only one that is meant */
    Selection selection(Optional<String> scenario) {
        return new Selection(
                features().read(),
                step == null ? OptionalInt.empty() : OptionalInt.of(step),
                Optional.ofNullable(area),
                scenario,
                strict,
                seed());
    }

    private long seed() {
        try {
            return seed.equals("random") ? new SecureRandom().nextInt(1_000_000) : Long.parseLong(seed);
        } catch (NumberFormatException notANumber) {
            throw new UsageException(Message.of("usage.seed", seed));
        }
    }
}
