package miniredis.spec.watch;

import java.nio.file.Path;
import java.util.Optional;
import miniredis.spec.board.Teller;
import miniredis.spec.execution.FeatureSource;
import miniredis.spec.i18n.Messages;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;

/**
 * What is watched, and what is run.
 *
 * @param features where the features are read from, again for each run
 * @param folder whose files are watched, with all below it; absolute
 * @param build the command that makes the server of its sources, as a shell takes it; empty where there is nothing to make
 * @param directory where that command is run
 * @param report the report folder
 * @param again the command that runs one scenario without watching, up to its id
 * @param board what is told of each run of all; empty where there is none
 * @param language of what is shown, and of the page
 */
public record Settings(
        ServerUnderTest server,
        Selection selection,
        FeatureSource features,
        Path folder,
        Optional<String> build,
        Path directory,
        Path report,
        String again,
        Optional<Teller> board,
        Messages language) {

    public Settings {
        folder = folder.toAbsolutePath().normalize();
    }
}
