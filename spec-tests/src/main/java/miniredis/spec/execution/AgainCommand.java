package miniredis.spec.execution;

import miniredis.spec.server.CommandWords;
import miniredis.spec.server.ServerUnderTest;
import miniredis.spec.specification.Selection;

/** The command line that plays one scenario again. */
public final class AgainCommand {
    private AgainCommand() {}

    /**
     * All of it but the id.
     *
     * @param jar as a shell takes it
     */
    public static String upToTheId(String jar, ServerUnderTest server, Selection selection) {
        var features = selection
                .specification()
                .folder()
                .map(folder -> " --features " + CommandWords.quote(folder.toString()))
                .orElse("");
        return "java -jar %s run %s%s%s%s --scenario "
                .formatted(
                        jar,
                        server.commandLine(),
                        features,
                        selection.strict() ? " --strict" : "",
                        selection.seed() == Selection.SEED ? "" : " --seed " + selection.seed());
    }

    /**
     * For what was found by comparing with another server: both have to run, so all is explored again, and the id is a comment.
     *
     * @param against the command of the other server
     */
    public static String ofComparison(String jar, ServerUnderTest server, String against, Selection selection) {
        return "java -jar %s explore %s --against %s --step %d --seed %d%s # "
                .formatted(
                        jar,
                        server.commandLine(),
                        CommandWords.quote(against),
                        selection.lastStep(),
                        selection.seed(),
                        selection.strict() ? " --strict" : "");
    }
}
