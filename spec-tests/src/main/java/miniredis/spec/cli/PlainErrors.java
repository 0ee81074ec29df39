package miniredis.spec.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import miniredis.spec.i18n.MessageCarrier;
import miniredis.spec.i18n.Messages;
import picocli.CommandLine;

/** What the person at the keyboard can mend is said in a sentence; only our own mistakes get a stack trace. */
final class PlainErrors implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception trouble, CommandLine command, CommandLine.ParseResult parsed) {
        if (trouble instanceof MessageCarrier refusal) {
            command.getErr().println(language(command).text(refusal.said()));
        } else if (trouble instanceof UncheckedIOException file) {
            command.getErr()
                    .println(file.getMessage() + " "
                            + requireNonNull(file.getCause()).getMessage());
        } else if (trouble instanceof IllegalArgumentException || trouble instanceof IOException) {
            command.getErr().println(trouble.getMessage());
        } else {
            command.getErr().println(language(command).text("usage.mistake-of-ours"));
            trouble.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    /** The other commands speak English only. */
    private static Messages language(CommandLine command) {
        return command.getCommand() instanceof RunCommand run ? run.messages() : Messages.ENGLISH;
    }
}
