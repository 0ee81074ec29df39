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
            description = "Also the feature files in this folder, in the same phrases, about any command.")
    private @Nullable Path folder;

    @Option(names = "--features-only", description = "With --features: those, and none of the built-in ones.")
    private boolean only;

    FeatureSource source() {
        return new FeatureSource(Optional.ofNullable(folder), only);
    }
}
