package miniredis.spec.server;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a shell would have understood in a command, and nothing here does. */
final class ShellSyntax {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern ASSIGNMENT = Pattern.compile("^\\s*[A-Za-z_][A-Za-z0-9_]*=");
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z_{(][A-Za-z0-9_]*[})]?|`");
    private static final Pattern HOME = Pattern.compile("(?:^|\\s)~(?:/|\\s|$)");
    private static final Pattern OPERATOR = Pattern.compile("(?:^|\\s)(&&|\\|\\|?|;|&|[0-9]?>>?|<|2>&1)(?:\\s|$)");
    private static final Pattern BUILT_IN = Pattern.compile("^\\s*(cd|source|export|ulimit|\\.)\\s");

    private ShellSyntax() {}

    /** A sentence for the person whose command did not work; empty where a shell would have done no more with it. */
    static Optional<String> hint(String command) {
        var unquoted = QUOTED.matcher(command).replaceAll("''");
        return found(ASSIGNMENT, unquoted, "a variable before the command")
                .or(() -> found(VARIABLE, unquoted, "a variable"))
                .or(() -> found(HOME, unquoted, "the home folder"))
                .or(() -> found(BUILT_IN, unquoted, "a command of the shell"))
                .or(() -> found(OPERATOR, unquoted.replaceAll("\"[^\"]*\"", ""), "a shell's operator"))
                .map(what -> """
                        The command is not run by a shell, which alone understands %s. If that is meant: \
                        --command "sh -c 'exec ...'" (exec lets the server get the signal that ends it).""".formatted(what));
    }

    private static Optional<String> found(Pattern pattern, String command, String what) {
        var match = pattern.matcher(command);
        return match.find() ? Optional.of(what + " ('" + match.group().strip() + "')") : Optional.empty();
    }
}
