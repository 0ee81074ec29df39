package miniredis.spec.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import miniredis.spec.i18n.MessageCarrier;
import miniredis.spec.i18n.Messages;
import picocli.CommandLine;

/** An error that the user can correct is printed as one sentence; only a bug in the runner gets a stack trace. */
final class PlainErrors implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        if (thrown instanceof MessageCarrier carrier) {
            command.getErr().println(language(command).text(carrier.message()));
        } else if (thrown instanceof UncheckedIOException file) {
            command.getErr()
                    .println(file.getMessage() + " "
                            + requireNonNull(file.getCause()).getMessage());
        } else if (thrown instanceof IllegalArgumentException || thrown instanceof IOException) {
            command.getErr().println(thrown.getMessage());
        } else {
            command.getErr().println(language(command).text("usage.mistake-of-ours"));
            thrown.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    /** The other commands print English only. */
    private static Messages language(CommandLine command) {
        return command.getCommand() instanceof Localized localized ? localized.messages() : Messages.ENGLISH;
    }
}
