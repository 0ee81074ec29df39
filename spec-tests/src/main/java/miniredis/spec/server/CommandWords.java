package miniredis.spec.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import miniredis.spec.i18n.Message;
import miniredis.spec.i18n.UsageException;

/**
 * Splits a command line into words as a shell would, and puts words together so that a shell splits them again: spaces separate,
 * quotes keep together. No other shell magic.
 */
public final class CommandWords {
    private static final String NEEDS_NO_QUOTES = "[A-Za-z0-9_@%+=:,./-]+";

    private CommandWords() {}

    /** @throws IllegalArgumentException when a quote is not closed or there is no word */
    static List<String> split(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : command.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new UsageException(Message.of("usage.open-quote", quote, command));
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw new UsageException(Message.of("usage.empty-command"));
        }
        return words;
    }

    /** The words as one line that can be typed. */
    public static String join(List<String> words) {
        return words.stream().map(CommandWords::quote).collect(Collectors.joining(" "));
    }

    /** A word as the shells of this system need it: a POSIX shell, or PowerShell and cmd. */
    public static String quote(String word) {
        return quote(word, isForWindows());
    }

    static String quote(String word, boolean windows) {
        if (word.matches(NEEDS_NO_QUOTES)) {
            return word;
        }
        if (windows) {
            // Both understand double quotes; a word that has some is put in single ones, for PowerShell only.
            return word.contains("\"") ? "'" + word.replace("'", "''") + "'" : '"' + word + '"';
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Whether commands are printed for PowerShell and cmd. */
    public static boolean isForWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
