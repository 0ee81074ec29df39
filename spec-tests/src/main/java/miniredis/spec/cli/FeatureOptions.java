package miniredis.spec.cli;

import java.nio.file.Path;
import java.util.Optional;
import miniredis.spec.execution.FeatureSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Feature files that are not built in. */
final class FeatureOptions {
    @Option(
            names = "--features",
            paramLabel = "DIR",
            description = "Also use the feature files in this folder: the same phrases, about any command.")
    private @Nullable Path folder;

    @Option(names = "--features-only", description = "With --features: use only those, not the built-in features.")
    private boolean only;

    FeatureSource source() {
        return new FeatureSource(Optional.ofNullable(folder), only);
    }
}
