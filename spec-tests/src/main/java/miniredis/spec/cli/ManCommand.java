package miniredis.spec.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** Prints the manual page, made of the same text as {@code --help}. */
@Command(
        name = "man",
        description = "Prints the manual page, for man -l - or a file of man's.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class ManCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        var commands = Main.commandLine();
        var page = new StringBuilder(".TH MINI-REDIS-SPEC 1 \"\" \"mini-redis-spec\" \"User Commands\"\n");
        page.append(".SH NAME\nmini-redis-spec \\- judges a server by the Mini-Redis specification\n");
        page.append(".SH DESCRIPTION\n").append(verbatim(commands));
        commands.getSubcommands()
                .forEach((name, command) -> page.append(".SH ")
                        .append(roff(name.toUpperCase(Locale.ROOT)))
                        .append('\n')
                        .append(verbatim(command)));
        page.append(".SH SEE ALSO\nredis-server(1), redis-cli(1)\n");
        System.out.print(page);
        return 0;
    }

    private static String verbatim(CommandLine command) {
        return ".nf\n" + roff(command.getUsageMessage(Ansi.OFF)) + ".fi\n";
    }

    /** Nothing in the text is a request to the formatter. */
    private static String roff(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
    }
}
