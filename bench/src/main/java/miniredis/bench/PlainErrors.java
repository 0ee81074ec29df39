package miniredis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import miniredis.spec.server.ServerUnavailable;
import picocli.CommandLine;

/** What the person at the keyboard can fix is a sentence; a mistake of this program has a stack trace. */
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
