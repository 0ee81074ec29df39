package miniredis.spec.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import miniredis.spec.execution.FeatureSource;
import miniredis.spec.i18n.Messages;
import miniredis.spec.i18n.OutputCharset;
import miniredis.spec.report.Style;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;
import miniredis.spec.watch.Settings;
import miniredis.spec.watch.Watch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a run stays, and runs again whenever a file is saved. */
final class WatchOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "Stay, and run again whenever a file in this folder is saved.")
    private @Nullable Path folder;

    @Option(
            names = "--build",
            paramLabel = "COMMAND",
            description =
                    "With --watch: the shell command, run in --directory, that builds the server before each run.")
    private @Nullable String build;

    boolean isWanted(Messages language) {
        if (folder == null && build != null) {
            throw usage(language, "usage.build-without-watch");
        }
        return folder != null;
    }

    /** Who watches a server sees what fails. */
    void requireNot(boolean acceptance, Messages language) {
        if (acceptance) {
            throw usage(language, "usage.watch-acceptance");
        }
    }

    int watch(
            ServerUnderTest server,
            Selection selection,
            FeatureSource features,
            Path directory,
            Path report,
            String again,
            Messages language)
            throws IOException {
        if (selection.scenario().isPresent()) {
            throw usage(language, "usage.watch-one-scenario");
        }
        var settings = new Settings(
                server,
                selection,
                features,
                requireNonNull(folder),
                Optional.ofNullable(build),
                directory,
                report,
                again,
                language);
        return Watch.over(settings, OutputCharset.output(), Style.ofThisProcess());
    }

    private ParameterException usage(Messages language, String key) {
        return new ParameterException(command.commandLine(), language.text(key));
    }
}
