package miniredis.spec.server;

import java.util.Optional;
import java.util.regex.Pattern;
import miniredis.spec.i18n.Message;

/** What only a shell would have understood in a command. */
final class ShellSyntax {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern ASSIGNMENT = Pattern.compile("^\\s*[A-Za-z_][A-Za-z0-9_]*=");
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z_{(][A-Za-z0-9_]*[})]?|`");
    private static final Pattern HOME = Pattern.compile("(?:^|\\s)~(?:/|\\s|$)");
    private static final Pattern OPERATOR = Pattern.compile("(?:^|\\s)(&&|\\|\\|?|;|&|[0-9]?>>?|<|2>&1)(?:\\s|$)");
    private static final Pattern BUILT_IN = Pattern.compile("^\\s*(cd|source|export|ulimit|\\.)\\s");

    private ShellSyntax() {}

    /** A sentence for the person whose command did not work; empty where a shell would not have helped. */
    static Optional<Message> hint(String command) {
        var unquoted = QUOTED.matcher(command).replaceAll("''");
        return found(ASSIGNMENT, unquoted, "shell.assignment")
                .or(() -> found(VARIABLE, unquoted, "shell.variable"))
                .or(() -> found(HOME, unquoted, "shell.home"))
                .or(() -> found(BUILT_IN, unquoted, "shell.built-in"))
                .or(() -> found(OPERATOR, unquoted.replaceAll("\"[^\"]*\"", ""), "shell.operator"))
                .map(what -> Message.of("shell.not-run-by-one", what));
    }

    /** @param key of what it is called */
    private static Optional<Message> found(Pattern pattern, String command, String key) {
        var match = pattern.matcher(command);
        return match.find() ? Optional.of(Message.of(key, match.group().strip())) : Optional.empty();
    }
}
