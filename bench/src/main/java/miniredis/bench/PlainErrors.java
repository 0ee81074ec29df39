package miniredis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import miniredis.spec.server.ServerUnavailable;
import picocli.CommandLine;

/** An error that the user can fix is printed as one sentence; a bug in this program has a stack trace. */
final class PlainErrors implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        if (thrown instanceof IllegalArgumentException
                || thrown instanceof IOException
                || thrown instanceof UncheckedIOException
                || thrown instanceof ServerUnavailable) {
            command.getErr().println(thrown.getMessage());
        } else {
            thrown.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }
}
