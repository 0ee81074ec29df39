package miniredis.spec.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import miniredis.spec.server.ServerUnavailable;
import picocli.CommandLine;

/** What the person at the keyboard can mend is said in a sentence; only our own mistakes get a stack trace. */
final class PlainErrors implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception trouble, CommandLine command, CommandLine.ParseResult parsed) {
        if (trouble instanceof UncheckedIOException file) {
            command.getErr()
                    .println(file.getMessage() + " "
                            + requireNonNull(file.getCause()).getMessage());
        } else if (trouble instanceof ServerUnavailable
                || trouble instanceof IllegalArgumentException
                || trouble instanceof IOException) {
            command.getErr().println(trouble.getMessage());
        } else {
            command.getErr()
                    .println("Something is wrong with mini-redis-spec itself; please report it with these lines:");
            trouble.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }
}
